package dev.auricle.learn.evaluation;

import dev.auricle.runtime.Bundle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The least probability at which each label is given. To be fitted on out-of-fold predictions of
 * the training part, never on test clips.
 *
 * @param values for each label, in their order
 */
public record Thresholds(double[] values) {
  private static final int FEWEST = 10;

  /** No threshold will do: nothing is as sure as this. */
  private static final double NONE = 1;

  /**
   * Thresholds of the best F1, and the labels for which there is none: fewer than ten clips carry
   * them, and one that ranks low would have them given to nearly everybody; or the best is to give
   * them to every clip, since the model does not tell them apart. Those get 0.5.
   */
  public record BestF1(Thresholds thresholds, List<String> without) {}

  /** For each label the threshold of the best F1, halfway between two clips' probabilities. */
  public static BestF1 bestF1(Predictions held) {
    double[] values = new double[held.labels().size()];
    List<String> without = new ArrayList<>();
    for (int k = 0; k < values.length; k++) {
      values[k] = bestF1(held, k);
      if (Double.isNaN(values[k])) {
        values[k] = Bundle.EVEN;
        without.add(held.labels().get(k));
      }
    }
    return new BestF1(new Thresholds(values), without);
  }

  /** NaN where there is none. */
  private static double bestF1(Predictions held, int label) {
    int carried = 0;
    for (float[] target : held.targets()) {
      carried += (int) target[label];
    }
    if (carried < FEWEST) {
      return Double.NaN;
    }
    int[] order =
        IntStream.range(0, held.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -held.probabilities()[i][label]))
            .mapToInt(Integer::intValue)
            .toArray();
    double best = 0;
    double threshold = Double.NaN;
    int right = 0;
    for (int i = 0; i < order.length; i++) {
      right += (int) held.targets()[order[i]][label];
      float here = held.probabilities()[order[i]][label];
      float next = i + 1 < order.length ? held.probabilities()[order[i + 1]][label] : 0;
      double f1 = 2.0 * right / (i + 1 + carried);
      boolean everyone = i + 1 == order.length;
      // A label is never given where its probability is nothing.
      if (here > 0 && (everyone || next < here) && f1 > best) {
        best = f1;
        threshold = everyone ? Double.NaN : ((double) here + next) / 2;
      }
    }
    return threshold;
  }

  /**
   * For each label the threshold that keeps most answers while at least {@code precision} of them
   * are right. A label with fewer than ten answers, or that would lose more than half of them to a
   * few sure errors, gets the threshold that does so for all answers together; 1 where there is
   * none.
   *
   * @param held clips of one label each
   */
  public static Thresholds ofPrecision(Predictions held, double precision) {
    double common = kept(ordered(held, -1), held, precision, 0);
    double[] values = new double[held.labels().size()];
    for (int k = 0; k < values.length; k++) {
      int[] answers = ordered(held, k);
      double own =
          answers.length < FEWEST ? NONE : kept(answers, held, precision, answers.length / 2);
      values[k] = own == NONE ? common : own;
    }
    return new Thresholds(values);
  }

  /** Clips whose answer is a label, or all (-1), the surest first. */
  private static int[] ordered(Predictions held, int label) {
    return IntStream.range(0, held.size())
        .filter(i -> label < 0 || held.guess(i) == label)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -highest(held, i)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The threshold that keeps most, but at least {@code fewest}; {@link #NONE} where none does. */
  private static double kept(int[] order, Predictions held, double precision, int fewest) {
    double threshold = NONE;
    int right = 0;
    for (int i = 0; i < order.length; i++) {
      right += held.right(order[i]) ? 1 : 0;
      double here = highest(held, order[i]);
      double next = i + 1 < order.length ? highest(held, order[i + 1]) : 0;
      if (next < here && i + 1 >= fewest && right >= precision * (i + 1)) {
        threshold = (here + next) / 2;
      }
    }
    return threshold;
  }

  private static double highest(Predictions held, int i) {
    return held.probabilities()[i][held.guess(i)];
  }

  /** Those that a bundle holds. */
  public static Thresholds of(List<Double> values) {
    return new Thresholds(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** The values as a list. */
  public List<Double> list() {
    return DoubleStream.of(values).boxed().toList();
  }

  /** Which labels a clip is given. */
  public boolean[] apply(float[] probabilities) {
    boolean[] given = new boolean[values.length];
    for (int k = 0; k < values.length; k++) {
      given[k] = probabilities[k] >= values[k];
    }
    return given;
  }
}
