package dev.auricle.data;

import dev.auricle.audio.fetch.Checksum;
import dev.auricle.data.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Speech Commands: {@code yes/0a7c2a8d_nohash_0.wav}, where the hash names the speaker. The split
 * is that of {@code validation_list.txt} and {@code testing_list.txt} where they are there, else by
 * the publisher's rule on the hash, ten per cent each. P. Warden, "Speech Commands: A Dataset for
 * Limited-Vocabulary Speech Recognition", 2018.
 */
final class SpeechCommandsLayout implements Layout {
  private static final Pattern NAME =
      Pattern.compile("((?:.*/)?)([\\w-]+)/(\\w+?)_nohash_(\\d+)\\.\\w+");
  private static final String NOISE = "_background_noise_";
  private static final double PER_CENT = 10;

  /** {@code MAX_NUM_WAVS_PER_CLASS} of the publisher's {@code which_set}: 2^27 - 1. */
  private static final int BUCKETS = (1 << 27) - 1;

  @Override
  public String name() {
    return "speech-commands";
  }

  @Override
  public String looksLike() {
    return "Speech Commands (yes/0a7c2a8d_nohash_0.wav, testing_list.txt)";
  }

  @Override
  public Optional<Dataset> read(Tree tree, Selection selection) {
    Set<String> validation = lines(tree, "validation_list.txt");
    Set<String> testing = lines(tree, "testing_list.txt");
    boolean lists = !validation.isEmpty() && !testing.isEmpty();
    List<Example> examples = new ArrayList<>();
    List<String> otherwise = new ArrayList<>();
    for (String file : tree.audio()) {
      Matcher name = NAME.matcher(file);
      if (!name.matches()) {
        if (!file.contains(NOISE + "/")) {
          otherwise.add(file);
        }
        continue;
      }
      String listed = name.group(2) + "/" + Tree.stem(file) + ".wav";
      String split =
          lists
              ? testing.contains(listed)
                  ? "test"
                  : validation.contains(listed) ? "validation" : "train"
              : splitOf(name.group(3));
      examples.add(
          new Example(
              file,
              tree.path(file),
              null,
              null,
              List.of(name.group(2)),
              name.group(3),
              null,
              split,
              Map.of("speaker", name.group(3), "take", name.group(4))));
    }
    if (examples.size() <= otherwise.size()) {
      return Optional.empty();
    }
    List<String> warnings = new ArrayList<>(tree.warnings());
    Missing.leftOut(otherwise, "not named speaker_nohash_take in a word's folder", warnings);
    long speakers = examples.stream().map(Example::group).distinct().count();
    String description =
        "Speech Commands: "
            + Counts.of(examples.size(), "recording")
            + " by "
            + Counts.of(speakers, "speaker")
            + "; the split is "
            + (lists
                ? "that of the publisher's lists"
                : "by the publisher's rule on the speaker's hash");
    return Optional.of(
        Datasets.of(
            tree.root(), new Datasets.Found(name(), description, "speaker", examples, warnings)));
  }

  /** The publisher's {@code which_set}, with its percentages. */
  static String splitOf(String speaker) {
    byte[] hash = sha1(speaker);
    // the lowest 27 bits of the SHA-1 read as one number
    long bucket =
        ((hash[16] & 0x07L) << 24)
            | ((hash[17] & 0xFFL) << 16)
            | ((hash[18] & 0xFFL) << 8)
            | (hash[19] & 0xFFL);
    double percentage = bucket * (100.0 / BUCKETS);
    return percentage < PER_CENT ? "validation" : percentage < 2 * PER_CENT ? "test" : "train";
  }

  private static byte[] sha1(String text) {
    return Checksum.digest("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Set<String> lines(Tree tree, String name) {
    return tree.others().stream()
        .filter(f -> Tree.fileName(f).equals(name))
        .findFirst()
        .map(f -> Table.text(tree.path(f)).lines().map(String::strip).collect(Collectors.toSet()))
        .orElse(Set.of());
  }
}
