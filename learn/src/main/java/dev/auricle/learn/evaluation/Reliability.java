package dev.auricle.learn.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Whether probabilities mean what they say: answers are put into bins of equal width by their
 * probability, and in each the share of right ones should equal it. (Where labels are independent,
 * every label of every clip is an answer; else the most probable label of each clip.)
 *
 * @param bins those that hold an answer, by rising probability
 */
public record Reliability(List<Bin> bins) {
  /** As Guo, Pleiss, Sun and Weinberger (2017) cut them. */
  public static final int BINS = 15;

  /**
   * One bin.
   *
   * @param count answers in it
   * @param confidence their mean probability
   * @param right share of them that is right
   */
  public record Bin(int count, double confidence, double right) {}

  public static Reliability of(Predictions predictions) {
    int[] counts = new int[BINS];
    double[] confidence = new double[BINS];
    double[] right = new double[BINS];
    for (int i = 0; i < predictions.size(); i++) {
      float[] row = predictions.probabilities()[i];
      for (int k = 0; k < row.length; k++) {
        if (predictions.multiLabel() || k == predictions.guess(i)) {
          // A bin holds its upper edge: (0, 1/15], (1/15, 2/15] and so on.
          int bin = (int) Math.max(0, Math.min(BINS - 1, Math.ceil(row[k] * (double) BINS) - 1));
          counts[bin]++;
          confidence[bin] += row[k];
          right[bin] += predictions.targets()[i][k];
        }
      }
    }
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      if (counts[b] > 0) {
        bins.add(new Bin(counts[b], confidence[b] / counts[b], right[b] / counts[b]));
      }
    }
    return new Reliability(List.copyOf(bins));
  }

  /** Answers in all bins. */
  public int answers() {
    return bins.stream().mapToInt(Bin::count).sum();
  }

  /** Expected calibration error: mean distance between probability and share, by answers. */
  public double error() {
    return mean(bin -> Math.abs(bin.confidence() - bin.right()));
  }

  /** Mean probability less the share of right answers: above 0 where it is too sure of itself. */
  public double bias() {
    return mean(bin -> bin.confidence() - bin.right());
  }

  private double mean(ToDoubleFunction<Bin> figure) {
    double sum = 0;
    for (Bin bin : bins) {
      sum += bin.count() * figure.applyAsDouble(bin);
    }
    return sum / answers();
  }
}
