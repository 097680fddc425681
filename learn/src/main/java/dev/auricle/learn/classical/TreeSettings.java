package dev.auricle.learn.classical;

import dev.auricle.learn.training.Settings;
import org.jspecify.annotations.Nullable;

/**
 * How a tree grows.
 *
 * @param maxDepth levels below the root; null grows until leaves are pure
 * @param minLeaf fewest rows in a leaf
 * @param columns how many columns a node may choose from
 * @param impurity what splits lower
 * @param randomThresholds true draws one threshold a column instead of trying all (extra-trees)
 * @param bins most bins a column, from 2 to 255
 */
record TreeSettings(
    @Nullable Integer maxDepth,
    int minLeaf,
    ColumnChoice columns,
    Impurity impurity,
    boolean randomThresholds,
    int bins) {

  /** Fully grown trees that choose among all columns. */
  static final TreeSettings FULL =
      new TreeSettings(null, 1, ColumnChoice.ALL, Impurity.GINI, false, Bins.MOST);

  /** Fully grown trees that choose among the square root of the columns. */
  static final TreeSettings FOREST = FULL.columns(ColumnChoice.SQRT);

  /**
   * Reads {@code max-depth, min-leaf, columns, impurity, bins}; the receiver holds the defaults.
   */
  TreeSettings read(Settings settings) {
    Integer depth = maxDepth;
    if (settings.keys().contains("max-depth")) {
      Double read = settings.optionalNumber("max-depth", 1, 10_000);
      depth = read == null ? null : (Integer) read.intValue();
    } else {
      settings.optionalNumber("max-depth", 1, 10_000);
    }
    return new TreeSettings(
        depth,
        settings.integer("min-leaf", minLeaf, 1, 1_000_000),
        settings.choice("columns", columns),
        settings.choice("impurity", impurity),
        randomThresholds,
        settings.integer("bins", bins, 2, Bins.MOST));
  }

  TreeSettings columns(ColumnChoice choice) {
    return new TreeSettings(maxDepth, minLeaf, choice, impurity, randomThresholds, bins);
  }

  TreeSettings maxDepth(@Nullable Integer depth) {
    return new TreeSettings(depth, minLeaf, columns, impurity, randomThresholds, bins);
  }

  TreeSettings randomThresholds(boolean random) {
    return new TreeSettings(maxDepth, minLeaf, columns, impurity, random, bins);
  }

  TreeSettings impurity(Impurity measure) {
    return new TreeSettings(maxDepth, minLeaf, columns, measure, randomThresholds, bins);
  }

  /** How many columns a node may choose from. */
  enum ColumnChoice {
    SQRT,
    LOG2,
    THIRD,
    ALL;

    int of(int columns) {
      double count =
          switch (this) {
            case SQRT -> Math.sqrt(columns);
            case LOG2 -> Math.log(columns) / Math.log(2);
            case THIRD -> columns / 3.0;
            case ALL -> columns;
          };
      return Math.max(1, (int) count);
    }
  }
}
