package dev.auricle.learn.classical;

import dev.auricle.learn.training.TrainingContext;
import java.util.Arrays;

/**
 * One shallow decision tree (CART) that counts every class alike: for questions about data, where a
 * whole model would be too much. Immutable, thread-safe.
 */
public final class SmallTree {
  private final Forest tree;

  private SmallTree(Forest tree) {
    this.tree = tree;
  }

  /**
   * Grows a tree; the same arguments give the same one.
   *
   * @param rows {@code float[rows][columns]}, at least one
   * @param labels index of each row's class
   * @param classes how many there are
   * @param maxDepth levels below the root
   * @param minLeaf fewest rows in a leaf
   */
  public static SmallTree fit(
      float[][] rows, int[] labels, int classes, int maxDepth, int minLeaf) {
    TreeSettings full = TreeSettings.FULL;
    TreeSettings settings =
        new TreeSettings(
            maxDepth,
            minLeaf,
            full.columns(),
            full.impurity(),
            full.randomThresholds(),
            full.bins());
    double[] weights = new double[rows.length];
    Arrays.fill(weights, 1);
    Run run = new Run(0, 1, TrainingContext.Progress.NONE);
    return new SmallTree(
        new ForestLearner(1, false, settings, ClassWeight.BALANCED)
            .fit(new Table(rows, labels, classes), weights, run));
  }

  /** Index of the most probable class; of equals, the first. */
  public int classify(float[] row) {
    return tree.classify(row);
  }

  /** How much each column helped: shares of the impurity taken off, which sum to 1, or zeros. */
  public double[] importance() {
    return tree.importance().clone();
  }
}
