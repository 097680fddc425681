package dev.auricle.app;

import dev.auricle.data.Dataset;
import dev.auricle.data.Layouts;
import dev.auricle.data.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which part of DATA is meant. */
final class DataOptions {
  @Option(
      names = "--subset",
      paramLabel = "COLUMN=VALUE",
      split = ",",
      description =
          "Only clips with this value in a column of the manifest or of the corpus's own table;"
              + " a column alone means True, as in --subset esc10.")
  private List<String> subset = new ArrayList<>();

  @Option(
      names = "--classes",
      paramLabel = "LABEL",
      split = ",",
      description = "Only these labels; AudioSet's are rolled up to them along its ontology.")
  private List<String> classes = new ArrayList<>();

  /** Opens the dataset, less what was not asked for; its description says so. */
  Dataset open(Path data) {
    return Layouts.open(data, Selection.of(classes, subset));
  }

  /** Whether a part was asked for. */
  boolean narrowed() {
    return !subset.isEmpty() || !classes.isEmpty();
  }
}
