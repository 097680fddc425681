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
  private final Table table;
  private final NodeScore scores;
  private final int[] label;
  private final double[] weight;
  private final int[] order;
  private final int[] orderBin;
  private final int[] starts = new int[257];
  private final double[] total;
  private final double[] left;
  private final double[] right;

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

  SplitSearch(Bins bins, Table table, TreeSettings settings) {
    this.bins = bins;
    this.table = table;
    this.settings = settings;
    scores = new NodeScore(settings.impurity(), table.several());
    label = new int[table.rows()];
    weight = new double[table.rows()];
    order = new int[table.rows()];
    orderBin = new int[table.rows()];
    total = new double[table.classes()];
    left = new double[table.classes()];
    right = new double[table.classes()];
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
      label[i] = table.labels()[row];
      weight[i] = weights[row];
      totalWeight += weight[i];
      add(total, i);
    }
    pure = true;
    for (double w : total) {
      pure &= w == 0 || w == totalWeight;
    }
    totalScore = score(scores.sum(total, totalWeight), totalWeight);
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
      if (table.several()) {
        scanSeveral(column);
      } else {
        scan(column);
      }
    }
    return true;
  }

  /** Adds row {@code i} of the node to the weights of what it carries. */
  private void add(double[] weights, int i) {
    if (!table.several()) {
      weights[label[i]] += weight[i];
      return;
    }
    for (int k : table.sets()[rows[from + i]]) {
      weights[k] += weight[i];
    }
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
    double rightSum = scores.sum(total, totalWeight);
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
        leftSum += scores.term(onLeft + w) - scores.term(onLeft);
        rightSum += scores.term(onRight - w) - scores.term(onRight);
      }
      left[k] = onLeft + w;
      leftWeight += w;
      if (orderBin[i] != orderBin[i + 1] && i + 1 >= minLeaf) {
        float threshold = bins.between(column, orderBin[i], orderBin[i + 1]);
        keep(column, orderBin[i], threshold, leftSum, rightSum, leftWeight);
      }
    }
  }

  /** The same for rows of several labels; the sums are made anew at each threshold. */
  private void scanSeveral(int column) {
    Arrays.fill(left, 0);
    int minLeaf = settings.minLeaf();
    double leftWeight = 0;
    for (int i = 0; i < count - minLeaf; i++) {
      add(left, order[i]);
      leftWeight += weight[order[i]];
      if (orderBin[i] != orderBin[i + 1] && i + 1 >= minLeaf) {
        float threshold = bins.between(column, orderBin[i], orderBin[i + 1]);
        keepSides(column, orderBin[i], threshold, leftWeight);
      }
    }
  }

  private void keepSides(int column, int bin, float threshold, double leftWeight) {
    for (int k = 0; k < left.length; k++) {
      right[k] = total[k] - left[k];
    }
    double leftSum = scores.sum(left, leftWeight);
    double rightSum = scores.sum(right, totalWeight - leftWeight);
    keep(column, bin, threshold, leftSum, rightSum, leftWeight);
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
        add(left, i);
        leftWeight += weight[i];
        leftCount++;
      }
    }
    if (Math.min(leftCount, count - leftCount) < settings.minLeaf()) {
      return;
    }
    float from = bins.highest(column, split);
    boolean inGap =
        drawn >= from && (split == bins.last(column) || drawn < bins.lowest(column, split + 1));
    keepSides(column, split, inGap ? (float) drawn : from, leftWeight);
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

  /** True where the rows of the node all carry the same. */
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

  private double score(double sum, double w) {
    return scores.score(sum, w, total.length);
  }
}
