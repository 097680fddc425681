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

  private static final String FOUR = "speech-music-animal-vehicle";

  static final List<Row> ALL =
      List.of(
          new Row("fsdd-official", "FSDD/recordings", null, "official", null, "cnn"),
          new Row("fsdd-speaker-out", "FSDD/recordings", null, "leave-one-group-out", null, "cnn"),
          new Row("esc50-large", "ESC-50", null, "official", null, "cnn-large"),
          new Row("esc50-waveform", "ESC-50", null, "official", null, "cnn-waveform"),
          new Row(
              "esc50-bilstm", "ESC-50", null, "official", null, "bench/recipes/bilstm-esc50.yaml"),
          new Row("esc10-large", "ESC-50", "esc10", "official", null, "cnn-large"),
          new Row("instruments", "instruments", null, "leave-one-group-out", null, "cnn-large"),
          new Row(
              "instruments-mn04",
              "instruments",
              null,
              "leave-one-group-out",
              null,
              "mn04-finetune"),
          new Row("four-classes-other-source", FOUR, null, "folds", "fold", "cnn-large"),
          esc50("mn04-logistic"),
          esc50("mn04-finetune"),
          esc50("yamnet-dense"),
          esc50("yamnet-rnn"),
          esc50("yamnet-lstm"),
          esc50("yamnet-bilstm"),
          esc50("mobilenet-image"),
          esc50("mobilenet-finetune"),
          new Row("esc10-mn04-logistic", "ESC-50", "esc10", "official", null, "mn04-logistic"),
          new Row("four-classes-mn04", FOUR, null, "split", null, "mn04-logistic"),
          new Row("four-classes-other-source-mn04", FOUR, null, "folds", "fold", "mn04-logistic"),
          new Row(
              "fsdd-speaker-out-mn04",
              "FSDD/recordings",
              null,
              "leave-one-group-out",
              null,
              "mn04-finetune"));

  /** A recipe on a published network, under its own name, on ESC-50's folds. */
  private static Row esc50(String recipe) {
    return new Row("esc50-" + recipe, "ESC-50", null, "official", null, recipe);
  }

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
