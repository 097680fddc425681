package dev.auricle.learn.neural;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps the numbers of the epoch with the least validation loss, and says when to give up. */
final class BestWeights {
  private final int patience;
  private double loss = Double.POSITIVE_INFINITY;
  private int waited;
  private @Nullable Snapshot snapshot;

  /**
   * @param patience epochs without a better loss before giving up; 0 never gives up
   */
  BestWeights(int patience) {
    this.patience = patience;
  }

  void offer(double found, Supplier<Snapshot> now) {
    if (found < loss) {
      loss = found;
      waited = 0;
      snapshot = now.get();
    } else {
      waited++;
    }
  }

  boolean exhausted() {
    return patience > 0 && waited >= patience;
  }

  /** Null where nothing was offered. */
  @Nullable Snapshot snapshot() {
    return snapshot;
  }

  double loss() {
    return loss;
  }

  int waited() {
    return waited;
  }

  /** Continues where another stood. */
  void resume(double lossThen, int waitedThen, @Nullable Snapshot snapshotThen) {
    loss = lossThen;
    waited = waitedThen;
    snapshot = snapshotThen;
  }
}
