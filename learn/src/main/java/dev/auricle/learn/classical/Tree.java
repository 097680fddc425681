package dev.auricle.learn.classical;

/**
 * A decision tree as arrays, node 0 its root, a node before those below it.
 *
 * @param column that an inner node asks about; -1 in a leaf
 * @param threshold a row goes left where its value is at most this, right where it is more or NaN
 * @param left the left child; in a leaf, where its shares begin
 * @param right the right child; in a leaf, where its shares end
 * @param shareClass classes that occur in leaves
 * @param share their shares in their leaf, which sum to 1 where each row carries one label
 */
record Tree(
    int[] column, float[] threshold, int[] left, int[] right, int[] shareClass, float[] share) {

  int nodes() {
    return column.length;
  }

  boolean isLeaf(int node) {
    return column[node] < 0;
  }

  /** The leaf that a row ends in. */
  int leaf(float[] row) {
    int node = 0;
    while (column[node] >= 0) {
      node = row[column[node]] <= threshold[node] ? left[node] : right[node];
    }
    return node;
  }

  /** Adds the shares of a row's leaf to {@code sums}, times {@code weight}. */
  void addTo(double[] sums, float[] row, double weight) {
    int leaf = leaf(row);
    for (int s = left[leaf]; s < right[leaf]; s++) {
      sums[shareClass[s]] += weight * share[s];
    }
  }

  /** The same tree with each leaf for its most frequent class alone; of equals, the first. */
  Tree hardened() {
    int leaves = (nodes() + 1) / 2;
    int[] newLeft = left.clone();
    int[] newRight = right.clone();
    int[] winners = new int[leaves];
    float[] ones = new float[leaves];
    int at = 0;
    for (int node = 0; node < nodes(); node++) {
      if (!isLeaf(node)) {
        continue;
      }
      int best = left[node];
      for (int s = best + 1; s < right[node]; s++) {
        best = share[s] > share[best] ? s : best;
      }
      winners[at] = shareClass[best];
      ones[at] = 1;
      newLeft[node] = at++;
      newRight[node] = at;
    }
    return new Tree(column, threshold, newLeft, newRight, winners, ones);
  }

  /** The same tree with shares rounded to multiples of {@code 1 / grid}. */
  Tree rounded(int grid) {
    float[] rounded = new float[share.length];
    for (int s = 0; s < share.length; s++) {
      rounded[s] = (float) Math.round(share[s] * grid) / grid;
    }
    return new Tree(column, threshold, left, right, shareClass, rounded);
  }

  int depth() {
    int[] depth = new int[nodes()];
    int deepest = 0;
    for (int node = 0; node < nodes(); node++) {
      deepest = Math.max(deepest, depth[node]);
      if (!isLeaf(node)) {
        depth[left[node]] = depth[node] + 1;
        depth[right[node]] = depth[node] + 1;
      }
    }
    return deepest;
  }
}
