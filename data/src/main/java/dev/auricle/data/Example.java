package dev.auricle.data;

import java.nio.file.Path;
import java.util.List;
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
 */
public record Example(
    String id,
    Path path,
    @Nullable Double start,
    @Nullable Double end,
    List<String> labels,
    String group,
    @Nullable String fold,
    @Nullable String split) {

  /** The only label, or the first of several. */
  public String label() {
    return labels.get(0);
  }
}
