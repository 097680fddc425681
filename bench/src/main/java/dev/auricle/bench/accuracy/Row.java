package dev.auricle.bench.accuracy;

import dev.auricle.data.Dataset;
import dev.auricle.data.Layouts;
import dev.auricle.data.Protocol;
import dev.auricle.data.Selection;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table: a recipe on a dataset under a protocol.
 *
 * @param name to ask for it by
 * @param folder inside the shared data
 * @param part labels or parts to choose, such as {@code esc10}; null for everything
 * @param division protocol, in the words of the command line
 * @param foldBy column that names the folds; null for the protocol's own
 * @param recipe a built-in recipe, or a file
 */
record Row(
    String name,
    String folder,
    @Nullable String part,
    String division,
    @Nullable String foldBy,
    String recipe) {

  static final long SEED = 42;

  private static final String FOUR = "speech-music-animal-vehicle";
  private static final String KERNEL = "bench/recipes/kernel-choice.yaml";

  /** Classical models, whose settings {@link Nested} chooses inside each training part. */
  static final List<Row> NESTED =
      List.of(
          new Row("four-classes", FOUR, null, "split", null, KERNEL),
          new Row(
              "four-classes-xgboost",
              FOUR,
              null,
              "split",
              null,
              "bench/recipes/xgboost-choice.yaml"),
          new Row("four-classes-other-source", FOUR, null, "folds", "fold", KERNEL),
          new Row(
              "instruments",
              "instruments",
              null,
              "leave-one-group-out",
              null,
              "bench/recipes/classical-choice.yaml"),
          new Row("esc10", "ESC-50", "esc10", "official", null, KERNEL),
          new Row("esc50", "ESC-50", null, "official", null, KERNEL),
          new Row("fsdd-official", "FSDD/recordings", null, "official", null, KERNEL),
          new Row(
              "fsdd-speaker-out", "FSDD/recordings", null, "leave-one-group-out", null, KERNEL));

  /** Networks, and what stands on published ones, which {@link Accuracy} trains. */
  static final List<Row> FIXED =
      List.of(
          new Row("fsdd-official", "FSDD/recordings", null, "official", null, "cnn"),
          new Row("fsdd-speaker-out", "FSDD/recordings", null, "leave-one-group-out", null, "cnn"),
          new Row("esc50-large", "ESC-50", null, "official", null, "cnn-large"),
          new Row("esc50-waveform", "ESC-50", null, "official", null, "cnn-waveform"),
          new Row("esc50-bilstm", "ESC-50", null, "official", null, "bilstm"),
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
          esc50("mn04-voting"),
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

  /** The examples, out of the folder of all data. */
  Dataset dataset(Path data) {
    Selection selection = part == null ? Selection.ALL : Selection.of(List.of(), List.of(part));
    return Layouts.open(data.resolve(folder), selection);
  }

  /** What is trained on and what is tested on. */
  Protocol protocol() {
    Protocol read = Protocol.parse(division, SEED);
    return foldBy == null ? read : read.withFoldBy(foldBy);
  }
}
