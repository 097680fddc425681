package dev.auricle.learn.evaluation;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The least probability at which each label is given, where labels are independent. To be fitted on
 * out-of-fold predictions of the training part, never on test clips.
 *
 * @param values for each label, in their order
 */
public record Thresholds(double[] values) {

  /**
   * For each label the threshold of the best F1, halfway between two clips' probabilities; 0.5 for
   * a label that no clip carries.
   */
  public static Thresholds bestF1(Predictions held) {
    double[] values = new double[held.labels().size()];
    for (int k = 0; k < values.length; k++) {
      values[k] = bestF1(held, k);
    }
    return new Thresholds(values);
  }

  private static double bestF1(Predictions held, int label) {
    int[] order =
        IntStream.range(0, held.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -held.probabilities()[i][label]))
            .mapToInt(Integer::intValue)
            .toArray();
    int carried = 0;
    for (float[] target : held.targets()) {
      carried += (int) target[label];
    }
    double best = 0;
    double threshold = 0.5;
    int right = 0;
    for (int i = 0; i < order.length; i++) {
      right += (int) held.targets()[order[i]][label];
      float here = held.probabilities()[order[i]][label];
      float next = i + 1 < order.length ? held.probabilities()[order[i + 1]][label] : 0;
      double f1 = carried == 0 ? 0 : 2.0 * right / (i + 1 + carried);
      if ((i + 1 == order.length || next < here) && f1 > best) {
        best = f1;
        threshold = ((double) here + next) / 2;
      }
    }
    return threshold;
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
