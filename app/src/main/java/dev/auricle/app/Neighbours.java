package dev.auricle.app;

import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.learn.similarity.EmbeddedClips;
import dev.auricle.learn.similarity.Embedder;
import dev.auricle.learn.similarity.Neighbourhood;
import dev.auricle.network.store.WeightFiles;
import dev.auricle.network.store.WeightStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code inspect} says of clips and their nearest clips, where a network's weights are at
 * hand.
 *
 * @param found null where nothing was looked at
 * @param notLooked why; empty where it was
 */
record Neighbours(@Nullable Neighbourhood found, String notLooked) {
  private static final String NETWORK = "mn04";
  private static final int SHOWN = 10;

  /** Looks, if that can be done without fetching anything. */
  static Neighbours look(Dataset dataset, boolean quick, RunOptions options) {
    if (quick) {
      return new Neighbours(null, "--quick decodes nothing");
    }
    int clips = dataset.examples().size();
    if (clips > Neighbourhood.MOST_CLIPS) {
      return new Neighbours(null, "more than " + Neighbourhood.MOST_CLIPS + " clips");
    }
    if (WeightStore.usual().present(WeightFiles.named(NETWORK)) == null) {
      return new Neighbours(
          null,
          NETWORK + "'s weights are not on this machine ('auricle weights get " + NETWORK + "')");
    }
    try (Embedder embedder = Embedder.named(NETWORK);
        Progress progress = new Progress(options.quiet)) {
      EmbeddedClips embedded =
          EmbeddedClips.of(
              dataset,
              embedder,
              options.threads,
              progress.enter("embedding " + clips + " clips by " + NETWORK));
      return new Neighbours(
          Neighbourhood.of(
              embedded, NETWORK, options.threads, progress.enter("comparing each with each")),
          "");
    }
  }

  String text() {
    Neighbourhood looked = found;
    if (looked == null) {
      return line("not looked at: " + notLooked);
    }
    StringBuilder text = new StringBuilder();
    if (looked.alike().isEmpty() && looked.doubtful().isEmpty()) {
      return line("none suspicious among " + looked.clips() + " clips, by " + looked.embedding());
    }
    List<String> alike =
        looked.alike().stream()
            .map(
                pair ->
                    String.format(
                        Locale.ROOT,
                        "%.4f: %s, %s%s",
                        pair.similarity(),
                        pair.first().id(),
                        pair.second().id(),
                        pair.labelsDiffer() ? "; their labels differ" : ""))
            .toList();
    some(text, "nearly the same to " + looked.embedding() + ", by cosine", alike);
    List<String> doubtful =
        looked.doubtful().stream()
            .map(
                clip ->
                    String.format(
                        Locale.ROOT,
                        "%s is labelled %s; the nearest, %s, lies at %.3f and is %s like the"
                            + " others",
                        clip.example().id(),
                        label(clip.example()),
                        clip.nearest().example().id(),
                        clip.nearest().similarity(),
                        clip.suggested()))
            .toList();
    some(
        text,
        "labels to listen to: the " + Neighbourhood.VOTES + " nearest clips all carry another",
        doubtful);
    return text.toString();
  }

  private static String label(Example example) {
    return String.join(", ", example.labels());
  }

  private static String line(String value) {
    return String.format("%-10s %s%n", "neighbours", value);
  }

  private static void some(StringBuilder text, String heading, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    text.append(heading).append(" (").append(lines.size()).append("):\n");
    lines.stream().limit(SHOWN).forEach(line -> text.append("  ").append(line).append('\n'));
    if (lines.size() > SHOWN) {
      text.append("  ... and ").append(lines.size() - SHOWN).append(" more (--json lists all)\n");
    }
  }

  Map<String, Object> forPrograms() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("notLooked", notLooked);
    Neighbourhood looked = found;
    if (looked == null) {
      return map;
    }
    map.put("embedding", looked.embedding());
    List<Map<String, Object>> alike = new ArrayList<>();
    for (Neighbourhood.Alike pair : looked.alike()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("clips", List.of(pair.first().id(), pair.second().id()));
      row.put("similarity", pair.similarity());
      row.put("labelsDiffer", pair.labelsDiffer());
      alike.add(row);
    }
    map.put("alike", alike);
    List<Map<String, Object>> doubtful = new ArrayList<>();
    for (Neighbourhood.Doubtful clip : looked.doubtful()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("clip", clip.example().id());
      row.put("label", label(clip.example()));
      row.put("suggested", clip.suggested());
      row.put("nearest", clip.nearest().example().id());
      row.put("similarity", clip.nearest().similarity());
      doubtful.add(row);
    }
    map.put("doubtful", doubtful);
    return map;
  }
}
