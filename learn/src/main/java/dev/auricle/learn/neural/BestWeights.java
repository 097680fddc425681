package dev.auricle.learn.neural;

import dev.auricle.network.Weights;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps the weights of the epoch with the least validation loss, and says when to give up. */
final class BestWeights {
  private final int patience;
  private double best = Double.POSITIVE_INFINITY;
  private int waited;
  private Optional<Weights> weights = Optional.empty();

  /**
   * @param patience epochs without a better loss before giving up; 0 never gives up
   */
  BestWeights(int patience) {
    this.patience = patience;
  }

  void offer(double loss, Supplier<Weights> now) {
    if (loss < best) {
      best = loss;
      waited = 0;
      weights = Optional.of(now.get());
    } else {
      waited++;
    }
  }

  boolean exhausted() {
    return patience > 0 && waited >= patience;
  }

  /** Empty where nothing was offered. */
  Optional<Weights> weights() {
    return weights;
  }
}
