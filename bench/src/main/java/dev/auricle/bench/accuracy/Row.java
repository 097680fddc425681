package dev.auricle.bench.accuracy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table: a recipe on a dataset under a protocol.
 *
 * @param name to ask for it by
 * @param data folder inside the shared data
 * @param part labels or parts to choose, such as {@code esc10}; null for everything
 * @param protocol in the words of the command line
 * @param foldBy column that names the folds; null for the protocol's own
 * @param recipe a built-in recipe, or a file
 */
record Row(
    String name,
    String data,
    @Nullable String part,
    String protocol,
    @Nullable String foldBy,
    String recipe) {

  static final List<Row> ALL =
      List.of(
          new Row("fsdd-official", "FSDD/recordings", null, "official", null, "cnn"),
          new Row("fsdd-speaker-out", "FSDD/recordings", null, "leave-one-group-out", null, "cnn"),
          new Row("esc50-large", "ESC-50", null, "official", null, "cnn-large"),
          new Row("esc50-waveform", "ESC-50", null, "official", null, "cnn-waveform"),
          new Row("esc50-bilstm", "ESC-50", null, "official", null, "bilstm"),
          new Row("esc10-large", "ESC-50", "esc10", "official", null, "cnn-large"),
          new Row("instruments", "instruments", null, "leave-one-group-out", null, "cnn-large"),
          new Row(
              "four-classes-other-source",
              "speech-music-animal-vehicle",
              null,
              "folds",
              "fold",
              "cnn-large"));

  /** The row of that name. */
  static Row named(String name) {
    return ALL.stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no row " + name + ", only " + ALL.stream().map(Row::name).toList()));
  }
}
