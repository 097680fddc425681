package dev.auricle.learn.evaluation;

import dev.auricle.data.Protocol;

/**
 * Predictions and the protocol they were obtained under; every metric is computed from one of
 * these, so no score exists without its protocol.
 *
 * @param predictions pooled over the test clips
 * @param protocol how they were obtained
 */
public record Evaluation(Predictions predictions, Protocol protocol) {

  /**
   * Share of clips whose most probable label is right, in [0, 1] (multi-label: all labels right at
   * 0.5).
   */
  public double accuracy() {
    throw new UnsupportedOperationException();
  }

  /** Unweighted mean of the labels' F1. */
  public double macroF1() {
    throw new UnsupportedOperationException();
  }

  /** Counts, {@code [true label][predicted label]}. */
  public int[][] confusion() {
    throw new UnsupportedOperationException();
  }

  /** 95 % interval of the accuracy. */
  public Interval accuracyInterval() {
    throw new UnsupportedOperationException();
  }

  /**
   * A bootstrap interval.
   *
   * @param low 2.5th percentile
   * @param high 97.5th percentile
   * @param unit what was drawn: {@code group}, or {@code clip} where there are fewer than ten
   *     groups
   */
  public record Interval(double low, double high, String unit) {}
}
