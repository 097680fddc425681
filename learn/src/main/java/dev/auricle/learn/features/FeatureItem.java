package dev.auricle.learn.features;

import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sound to compute features of.
 *
 * @param name what the table calls it
 * @param path where it lies
 * @param start of the stretch, in seconds; null for the file's start
 * @param end of the stretch, in seconds; null for the file's end
 * @param label empty where there is none
 * @param group empty where there is none
 */
public record FeatureItem(
    String name,
    Path path,
    @Nullable Double start,
    @Nullable Double end,
    String label,
    String group) {

  /** A dataset's clips. */
  public static List<FeatureItem> of(Dataset dataset) {
    return dataset.examples().stream().map(FeatureItem::of).toList();
  }

  private static FeatureItem of(Example e) {
    String name = e.id().replaceFirst("#[0-9.eE+-]+$", "");
    return new FeatureItem(
        name, e.path(), e.start(), e.end(), String.join(",", e.labels()), e.group());
  }

  /** A sound without a label. */
  public static FeatureItem of(Path file) {
    return new FeatureItem(file.toString().replace('\\', '/'), file, null, null, "", "");
  }
}
