package dev.auricle.learn.evaluation;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Scores that ask only for the order of probabilities. */
final class Ranking {
  private Ranking() {}

  /** Clips by descending probability. */
  private static int[] descending(float[] probability) {
    return IntStream.range(0, probability.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -probability[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * Area under the ROC curve by its trapezoids; clips of equal probability make one step.
   *
   * @return NaN where all clips or none carry the label
   */
  static double rocAuc(boolean[] carried, float[] probability) {
    int[] order = descending(probability);
    double area = 0;
    double positives = 0;
    double negatives = 0;
    for (int i = 0; i < order.length; ) {
      int newPositives = 0;
      int newNegatives = 0;
      int start = i;
      while (i < order.length && probability[order[i]] == probability[order[start]]) {
        newPositives += carried[order[i]] ? 1 : 0;
        newNegatives += carried[order[i]] ? 0 : 1;
        i++;
      }
      area += newNegatives * (positives + newPositives / 2.0);
      positives += newPositives;
      negatives += newNegatives;
    }
    return positives == 0 || negatives == 0 ? Double.NaN : area / (positives * negatives);
  }

  /**
   * Sum over the steps of the precision-recall curve of precision times gain in recall, without
   * interpolation; clips of equal probability make one step.
   *
   * @return NaN where no clip carries the label
   */
  static double averagePrecision(boolean[] carried, float[] probability) {
    int[] order = descending(probability);
    double sum = 0;
    int positives = 0;
    for (int i = 0; i < order.length; ) {
      int newPositives = 0;
      int start = i;
      while (i < order.length && probability[order[i]] == probability[order[start]]) {
        newPositives += carried[order[i]] ? 1 : 0;
        i++;
      }
      positives += newPositives;
      sum += (double) newPositives * positives / i;
    }
    return positives == 0 ? Double.NaN : sum / positives;
  }

  static double topK(Predictions predictions, int k) {
    int found = 0;
    for (int i = 0; i < predictions.size(); i++) {
      float[] row = predictions.probabilities()[i];
      int truth = predictions.truth(i);
      int before = 0;
      for (int other = 0; other < row.length; other++) {
        before += row[other] > row[truth] || (row[other] == row[truth] && other < truth) ? 1 : 0;
      }
      found += before < k ? 1 : 0;
    }
    return (double) found / predictions.size();
  }

  /**
   * Mean over all pairs of a clip and a label it carries: of the labels that the clip ranks at
   * least as high, the share that it carries.
   */
  static double lwlrap(Predictions predictions) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < predictions.size(); i++) {
      float[] row = predictions.probabilities()[i];
      float[] target = predictions.targets()[i];
      for (int k = 0; k < row.length; k++) {
        if (target[k] == 1) {
          int above = 0;
          int right = 0;
          for (int other = 0; other < row.length; other++) {
            above += row[other] >= row[k] ? 1 : 0;
            right += row[other] >= row[k] && target[other] == 1 ? 1 : 0;
          }
          sum += (double) right / above;
          pairs++;
        }
      }
    }
    return pairs == 0 ? Double.NaN : sum / pairs;
  }
}
