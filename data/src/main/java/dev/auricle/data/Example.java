package dev.auricle.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One labelled sound: a file, or a stretch of one.
 *
 * @param id unique and stable within the dataset: the path relative to its root with forward
 *     slashes, and {@code #start-end} for a stretch
 * @param path where the file lies
 * @param start of the stretch, in seconds; null for the file's start
 * @param end of the stretch, in seconds; null for the file's end
 * @param labels one label, or several in multi-label data
 * @param group what must not stand on both sides of a split: speaker, source recording, song; the
 *     id itself where nothing is known
 * @param fold the publisher's fold; null where there is none
 * @param split the publisher's split, {@code train}, {@code validation} or {@code test}; null where
 *     there is none
 * @param columns whatever else the manifest or the file's name says, by column: what {@code
 *     --group-by} and {@code --fold-by} choose from
 */
public record Example(
    String id,
    Path path,
    @Nullable Double start,
    @Nullable Double end,
    List<String> labels,
    String group,
    @Nullable String fold,
    @Nullable String split,
    Map<String, String> columns) {

  public Example {
    labels = List.copyOf(labels);
    columns = Map.copyOf(columns);
  }

  /** An example of which nothing more is known. */
  public Example(
      String id,
      Path path,
      @Nullable Double start,
      @Nullable Double end,
      List<String> labels,
      String group,
      @Nullable String fold,
      @Nullable String split) {
    this(id, path, start, end, labels, group, fold, split, Map.of());
  }

  /** The same with other labels. */
  public Example withLabels(List<String> others) {
    return new Example(id, path, start, end, others, group, fold, split, columns);
  }

  /** The same in another group. */
  public Example withGroup(String other) {
    return new Example(id, path, start, end, labels, other, fold, split, columns);
  }

  /** The same in another part of a split, or in none. */
  public Example withSplit(@Nullable String other) {
    return new Example(id, path, start, end, labels, group, fold, other, columns);
  }

  /** The only label, or the first of several. */
  public String label() {
    return labels.get(0);
  }

  /**
   * A column's value: one of {@link #columns}, or else {@code group}, {@code fold}, {@code split},
   * {@code label}, or {@code clip} for the id; null where the example has none.
   */
  public @Nullable String column(String name) {
    String value = columns.get(name);
    if (value != null && !value.isEmpty()) {
      return value;
    }
    return switch (name) {
      case "group" -> group;
      case "fold" -> fold;
      case "split" -> split;
      case "label" -> label();
      case "clip" -> id;
      default -> null;
    };
  }
}
