package dev.auricle.bench.accuracy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table of classical models: a recipe whose settings are chosen inside each
 * training part.
 *
 * @param name to ask for it by
 * @param data folder inside the shared data
 * @param part labels or parts to choose, such as {@code esc10}; null for everything
 * @param protocol in the words of the command line
 * @param foldBy column that names the folds; null for the protocol's own
 * @param recipe a file in {@code bench/recipes}
 */
record NestedRow(
    String name,
    String data,
    @Nullable String part,
    String protocol,
    @Nullable String foldBy,
    String recipe) {

  private static final String KERNEL = "kernel-choice.yaml";
  private static final String FOUR = "speech-music-animal-vehicle";

  static final List<NestedRow> ALL =
      List.of(
          new NestedRow("four-classes", FOUR, null, "split", null, KERNEL),
          new NestedRow("four-classes-xgboost", FOUR, null, "split", null, "xgboost-choice.yaml"),
          new NestedRow("four-classes-other-source", FOUR, null, "folds", "fold", KERNEL),
          new NestedRow(
              "instruments",
              "instruments",
              null,
              "leave-one-group-out",
              null,
              "classical-choice.yaml"),
          new NestedRow("esc10", "ESC-50", "esc10", "official", null, KERNEL),
          new NestedRow("esc50", "ESC-50", null, "official", null, KERNEL),
          new NestedRow("fsdd-official", "FSDD/recordings", null, "official", null, KERNEL),
          new NestedRow(
              "fsdd-speaker-out", "FSDD/recordings", null, "leave-one-group-out", null, KERNEL));
}
