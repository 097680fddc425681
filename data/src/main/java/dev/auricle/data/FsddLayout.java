package dev.auricle.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Free Spoken Digit Dataset: {@code 7_jackson_32.wav} is take 32 of speaker jackson saying 7.
 * Its publisher tests on takes 0 to 4 and trains on the rest, so the same speakers stand on both
 * sides. See <a href="https://github.com/Jakobovski/free-spoken-digit-dataset">the publisher</a>.
 */
final class FsddLayout implements Layout {
  private static final Pattern NAME = Pattern.compile("(\\d)_([A-Za-z]+)_(\\d{1,6})");
  private static final int TEST_TAKES = 5;

  @Override
  public String name() {
    return "fsdd";
  }

  @Override
  public String looksLike() {
    return "FSDD (recordings/7_jackson_32.wav: digit, speaker, take)";
  }

  /** True where somebody has sorted the sounds into folders, which then say more than names do. */
  private static boolean sorted(List<Example> examples) {
    return examples.stream()
            .map(example -> String.join("/", Tree.folders(example.id())))
            .distinct()
            .count()
        > 1;
  }

  @Override
  public Optional<Dataset> read(Tree tree, Selection selection) {
    List<Example> examples = new ArrayList<>();
    List<String> otherwise = new ArrayList<>();
    for (String file : tree.audio()) {
      Matcher name = NAME.matcher(Tree.stem(file));
      if (!name.matches()) {
        otherwise.add(file);
        continue;
      }
      int take = Integer.parseInt(name.group(3));
      examples.add(
          new Example(
              file,
              tree.path(file),
              null,
              null,
              List.of(name.group(1)),
              name.group(2),
              null,
              take < TEST_TAKES ? "test" : "train",
              Map.of("digit", name.group(1), "speaker", name.group(2), "take", name.group(3))));
    }
    if (examples.size() <= otherwise.size() || sorted(examples)) {
      return Optional.empty();
    }
    List<String> warnings = new ArrayList<>(tree.warnings());
    Missing.leftOut(otherwise, "not named digit_speaker_take", warnings);
    TreeSet<String> speakers = new TreeSet<>();
    examples.forEach(e -> speakers.add(e.group()));
    String description =
        "FSDD, spoken digits: "
            + Counts.of(examples.size(), "recording")
            + " by "
            + Counts.of(speakers.size(), "speaker")
            + "; takes 0 to 4 are the publisher's test set, with the same speakers as its training set";
    return Optional.of(
        Datasets.of(
            tree.root(), new Datasets.Found(name(), description, "speaker", examples, warnings)));
  }
}
