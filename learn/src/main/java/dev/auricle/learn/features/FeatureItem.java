package dev.auricle.learn.features;

import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import java.nio.file.Path;
import java.util.List;

/**
 * One sound to compute features of.
 *
 * @param name what the table calls it
 * @param example the sound, its labels and its group
 */
public record FeatureItem(String name, Example example) {

  /** A dataset's clips. */
  public static List<FeatureItem> of(Dataset dataset) {
    return dataset.examples().stream()
        .map(e -> new FeatureItem(e.id().replaceFirst("#[0-9.eE+-]+$", ""), e))
        .toList();
  }

  /** A sound without label or group. */
  public static FeatureItem of(Path file) {
    String name = file.toString().replace('\\', '/');
    return new FeatureItem(name, new Example(name, file, null, null, List.of(), "", null, null));
  }

  /** Its labels, separated by commas; empty where there are none. */
  String labels() {
    return String.join(",", example.labels());
  }

  /** Where the stretch begins in the file, in seconds. */
  double start() {
    Double start = example.start();
    return start == null ? 0 : start;
  }
}
