package dev.auricle.learn.classical;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Finds the split of one node that lowers the impurity most. Holds buffers, so one belongs to one
 * thread.
 *
 * <p>A node's rows are brought into the order of a column's bins, by counting, and then pass one by
 * one from the right side to the left; each step changes the impurity in constant time, however
 * many classes there are. The score of a split is, up to a constant, minus the sum over both sides
 * of weight times impurity, so more is better.
 */
final class SplitSearch {
  /** Below this many rows, insertion beats counting through 256 bins. */
  private static final int FEW = 40;

  private final Bins bins;
  private final TreeSettings settings;
  private final int[] labels;
  private final int[] label;
  private final double[] weight;
  private final int[] order;
  private final int[] orderBin;
  private final int[] starts = new int[257];
  private final double[] total;
  private final double[] left;

  private int[] rows = {};
  private int from;
  private int count;
  private double totalWeight;
  private double totalScore;
  private boolean pure;

  private int bestColumn;
  private int bestBin;
  private float bestThreshold;
  private double bestScore;

  SplitSearch(Bins bins, int[] labels, int classes, TreeSettings settings) {
    this.bins = bins;
    this.labels = labels;
    this.settings = settings;
    label = new int[labels.length];
    weight = new double[labels.length];
    order = new int[labels.length];
    orderBin = new int[labels.length];
    total = new double[classes];
    left = new double[classes];
  }

  /** Turns to the node that holds {@code rows[from]} to {@code rows[to - 1]}. */
  void node(int[] nodeRows, int nodeFrom, int nodeTo, double[] weights) {
    rows = nodeRows;
    from = nodeFrom;
    count = nodeTo - nodeFrom;
    totalWeight = 0;
    Arrays.fill(total, 0);
    for (int i = 0; i < count; i++) {
      int row = rows[from + i];
      label[i] = labels[row];
      weight[i] = weights[row];
      total[label[i]] += weight[i];
      totalWeight += weight[i];
    }
    int present = 0;
    double sum = 0;
    for (double w : total) {
      present += w > 0 ? 1 : 0;
      sum += term(w);
    }
    pure = present < 2;
    totalScore = score(sum, totalWeight);
    bestColumn = -1;
    bestScore = Double.NEGATIVE_INFINITY;
  }

  /**
   * Tries a column.
   *
   * @return false where it has one value throughout the node
   */
  boolean tryColumn(int column, SplittableRandom random) {
    byte[] codes = bins.codes(column);
    int lowest = 256;
    int highest = -1;
    for (int i = 0; i < count; i++) {
      int bin = codes[rows[from + i]] & 0xff;
      orderBin[i] = bin;
      lowest = Math.min(lowest, bin);
      highest = Math.max(highest, bin);
    }
    if (lowest == highest) {
      return false;
    }
    if (settings.randomThresholds()) {
      tryThreshold(column, lowest, highest, random);
    } else {
      sort(lowest, highest);
      scan(column);
    }
    return true;
  }

  private void sort(int lowest, int highest) {
    if (count < FEW) {
      for (int i = 0; i < count; i++) {
        int bin = orderBin[i];
        int at = i;
        while (at > 0 && orderBin[at - 1] > bin) {
          orderBin[at] = orderBin[at - 1];
          order[at] = order[at - 1];
          at--;
        }
        orderBin[at] = bin;
        order[at] = i;
      }
      return;
    }
    Arrays.fill(starts, lowest, highest + 2, 0);
    for (int i = 0; i < count; i++) {
      starts[orderBin[i] + 1]++;
    }
    for (int b = lowest + 1; b <= highest; b++) {
      starts[b] += starts[b - 1];
    }
    for (int i = 0; i < count; i++) {
      order[starts[orderBin[i]]++] = i;
    }
    // starts[b] is now where bin b ends.
    int at = 0;
    for (int b = lowest; b <= highest; b++) {
      Arrays.fill(orderBin, at, starts[b], b);
      at = starts[b];
    }
  }

  private void scan(int column) {
    Arrays.fill(left, 0);
    boolean gini = settings.impurity() == Impurity.GINI;
    int minLeaf = settings.minLeaf();
    double leftWeight = 0;
    double leftSum = 0;
    double rightSum = 0;
    for (double w : total) {
      rightSum += term(w);
    }
    int last = count - minLeaf;
    for (int i = 0; i < last; i++) {
      int row = order[i];
      double w = weight[row];
      int k = label[row];
      double onLeft = left[k];
      double onRight = total[k] - onLeft;
      if (gini) {
        leftSum += w * (2 * onLeft + w);
        rightSum -= w * (2 * onRight - w);
      } else {
        leftSum += term(onLeft + w) - term(onLeft);
        rightSum += term(onRight - w) - term(onRight);
      }
      left[k] = onLeft + w;
      leftWeight += w;
      if (orderBin[i] != orderBin[i + 1] && i + 1 >= minLeaf) {
        float threshold = bins.between(column, orderBin[i], orderBin[i + 1]);
        keep(column, orderBin[i], threshold, leftSum, rightSum, leftWeight);
      }
    }
  }

  /** One threshold, uniform between the node's smallest and largest value. */
  private void tryThreshold(int column, int lowest, int highest, SplittableRandom random) {
    int top = highest == Bins.NAN ? bins.last(column) : highest;
    double low = bins.lowest(column, lowest);
    double drawn = low + random.nextDouble() * (bins.highest(column, top) - low);
    int split = Math.max(lowest, Math.min(highest - 1, bins.below(column, drawn)));
    Arrays.fill(left, 0);
    int leftCount = 0;
    double leftWeight = 0;
    for (int i = 0; i < count; i++) {
      if (orderBin[i] <= split) {
        left[label[i]] += weight[i];
        leftWeight += weight[i];
        leftCount++;
      }
    }
    if (Math.min(leftCount, count - leftCount) < settings.minLeaf()) {
      return;
    }
    double leftSum = 0;
    double rightSum = 0;
    for (int k = 0; k < left.length; k++) {
      leftSum += term(left[k]);
      rightSum += term(total[k] - left[k]);
    }
    float from = bins.highest(column, split);
    boolean inGap =
        drawn >= from && (split == bins.last(column) || drawn < bins.lowest(column, split + 1));
    keep(column, split, inGap ? (float) drawn : from, leftSum, rightSum, leftWeight);
  }

  private void keep(
      int column, int bin, float threshold, double leftSum, double rightSum, double leftWeight) {
    double score = score(leftSum, leftWeight) + score(rightSum, totalWeight - leftWeight);
    if (score > bestScore) {
      bestScore = score;
      bestColumn = column;
      bestBin = bin;
      bestThreshold = threshold;
    }
  }

  /** True where the node holds one class only. */
  boolean pure() {
    return pure;
  }

  /** Column of the best split so far; -1 if there is none. */
  int bestColumn() {
    return bestColumn;
  }

  /** Rows up to this bin go left. */
  int bestBin() {
    return bestBin;
  }

  float bestThreshold() {
    return bestThreshold;
  }

  /** Weight of the node times what the best split takes off its impurity. */
  double improvement() {
    return bestScore - totalScore;
  }

  /** Weight of each class in the node. */
  double[] total() {
    return total;
  }

  double totalWeight() {
    return totalWeight;
  }

  private double term(double w) {
    if (settings.impurity() == Impurity.GINI) {
      return w * w;
    }
    return w <= 0 ? 0 : w * Math.log(w);
  }

  private double score(double sum, double w) {
    if (w <= 0) {
      return 0;
    }
    return settings.impurity() == Impurity.GINI ? sum / w : sum - w * Math.log(w);
  }
}
