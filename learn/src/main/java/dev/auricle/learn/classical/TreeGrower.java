package dev.auricle.learn.classical;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Grows classification trees (CART: Breiman, Friedman, Olshen and Stone, 1984) on one table. Holds
 * buffers, so one belongs to one thread; each {@link #grow} stands alone.
 */
final class TreeGrower {
  private final Bins bins;
  private final TreeSettings settings;
  private final SplitSearch search;
  private final int tries;
  private final int maxDepth;
  private final int[] columns;
  private final int[] rows;
  private final int[] aside;

  // Of each node made so far.
  private final int[] from;
  private final int[] to;
  private final int[] depth;
  private final int[] stack;
  private final int[] column;
  private final float[] threshold;
  private final int[] left;
  private final int[] right;
  private int nodes;

  private final int[] shareClass;
  private final float[] share;
  private int shares;

  TreeGrower(Bins bins, Table table, TreeSettings settings) {
    this.bins = bins;
    this.settings = settings;
    search = new SplitSearch(bins, table, settings);
    tries = settings.columns().of(bins.columns());
    Integer most = settings.maxDepth();
    maxDepth = most == null ? Integer.MAX_VALUE : most;
    columns = new int[bins.columns()];
    rows = new int[table.rows()];
    aside = new int[rows.length];
    int mostNodes = Math.max(1, 2 * rows.length - 1);
    from = new int[mostNodes];
    to = new int[mostNodes];
    depth = new int[mostNodes];
    stack = new int[mostNodes];
    column = new int[mostNodes];
    threshold = new float[mostNodes];
    left = new int[mostNodes];
    right = new int[mostNodes];
    // A leaf has at most as many shares as its rows carry labels, and one at least.
    int carried = Arrays.stream(table.sets()).mapToInt(set -> set.length).sum();
    shareClass = new int[Math.max(1, rows.length + carried)];
    share = new float[shareClass.length];
  }

  /** A tree, and what each column took off the impurity, weighted. */
  record Grown(Tree tree, double[] decrease) {}

  /**
   * Grows a tree.
   *
   * @param weights of the rows; at least one must be positive
   */
  Grown grow(double[] weights, SplittableRandom random) {
    int count = 0;
    for (int row = 0; row < weights.length; row++) {
      if (weights[row] > 0) {
        rows[count++] = row;
      }
    }
    if (count == 0) {
      throw new IllegalArgumentException("a tree needs a row of positive weight, found none");
    }
    for (int c = 0; c < columns.length; c++) {
      columns[c] = c;
    }
    double[] decrease = new double[columns.length];
    nodes = 0;
    shares = 0;
    add(0, count, 0);
    stack[0] = 0;
    int waiting = 1;
    while (waiting > 0) {
      int node = stack[--waiting];
      search.node(rows, from[node], to[node], weights);
      if (!search(node, random)) {
        leaf(node);
        continue;
      }
      int best = search.bestColumn();
      decrease[best] += Math.max(0, search.improvement());
      int middle = part(node, bins.codes(best), search.bestBin());
      column[node] = best;
      threshold[node] = search.bestThreshold();
      left[node] = add(from[node], middle, depth[node] + 1);
      right[node] = add(middle, to[node], depth[node] + 1);
      stack[waiting++] = right[node];
      stack[waiting++] = left[node];
    }
    return new Grown(
        new Tree(
            Arrays.copyOf(column, nodes),
            Arrays.copyOf(threshold, nodes),
            Arrays.copyOf(left, nodes),
            Arrays.copyOf(right, nodes),
            Arrays.copyOf(shareClass, shares),
            Arrays.copyOf(share, shares)),
        decrease);
  }

  private int add(int start, int end, int level) {
    from[nodes] = start;
    to[nodes] = end;
    depth[nodes] = level;
    return nodes++;
  }

  /** Looks for a split; columns with one value throughout the node do not count as tried. */
  private boolean search(int node, SplittableRandom random) {
    if (search.pure()
        || depth[node] >= maxDepth
        || to[node] - from[node] < 2 * settings.minLeaf()) {
      return false;
    }
    if (tries >= columns.length) {
      for (int c = 0; c < columns.length; c++) {
        search.tryColumn(c, random);
      }
      return search.bestColumn() >= 0;
    }
    int tried = 0;
    for (int j = 0; j < columns.length && (tried < tries || search.bestColumn() < 0); j++) {
      int drawn = j + random.nextInt(columns.length - j);
      int chosen = columns[drawn];
      columns[drawn] = columns[j];
      columns[j] = chosen;
      tried += search.tryColumn(chosen, random) ? 1 : 0;
    }
    return search.bestColumn() >= 0;
  }

  /** Brings the rows of the left child to the front, in their order; gives where they end. */
  private int part(int node, byte[] codes, int lastLeft) {
    int middle = from[node];
    int kept = 0;
    for (int i = from[node]; i < to[node]; i++) {
      int row = rows[i];
      if ((codes[row] & 0xff) <= lastLeft) {
        rows[middle++] = row;
      } else {
        aside[kept++] = row;
      }
    }
    System.arraycopy(aside, 0, rows, middle, kept);
    return middle;
  }

  private void leaf(int node) {
    column[node] = -1;
    threshold[node] = 0;
    left[node] = shares;
    double[] total = search.total();
    for (int k = 0; k < total.length; k++) {
      if (total[k] > 0) {
        shareClass[shares] = k;
        share[shares++] = (float) (total[k] / search.totalWeight());
      }
    }
    if (shares == left[node]) {
      // Its rows carry nothing; a graph wants a share all the same.
      shareClass[shares] = 0;
      share[shares++] = 0;
    }
    right[node] = shares;
  }
}
