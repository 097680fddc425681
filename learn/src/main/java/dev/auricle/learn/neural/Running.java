package dev.auricle.learn.neural;

/**
 * Mean loss and accuracy over the batches of an epoch. A mixed clip counts as its larger part;
 * independent labels count one by one, right where their score is on the target's side of zero.
 */
final class Running {
  private final boolean multiLabel;
  private final int labels;
  private double losses;
  private long clips;
  private double right;

  Running(boolean multiLabel, int labels) {
    this.multiLabel = multiLabel;
    this.labels = labels;
  }

  /** Adds a batch; scores and targets are {@code [batch, labels]} in row-major order. */
  void add(double meanLoss, float[] scores, float[] targets) {
    int rows = scores.length / labels;
    losses += meanLoss * rows;
    clips += rows;
    for (int row = 0; row < rows; row++) {
      right += multiLabel ? share(scores, targets, row) : hit(scores, targets, row);
    }
  }

  private int hit(float[] scores, float[] targets, int row) {
    return largest(scores, row) == largest(targets, row) ? 1 : 0;
  }

  private int largest(float[] values, int row) {
    int best = row * labels;
    for (int k = best + 1; k < (row + 1) * labels; k++) {
      if (values[k] > values[best]) {
        best = k;
      }
    }
    return best;
  }

  private double share(float[] scores, float[] targets, int row) {
    int hits = 0;
    for (int k = row * labels; k < (row + 1) * labels; k++) {
      if ((scores[k] > 0) == (targets[k] > 0.5f)) {
        hits++;
      }
    }
    return hits / (double) labels;
  }

  /** NaN before the first batch. */
  double loss() {
    return clips == 0 ? Double.NaN : losses / clips;
  }

  /** In [0, 1]; NaN before the first batch. */
  double accuracy() {
    return clips == 0 ? Double.NaN : right / clips;
  }
}
