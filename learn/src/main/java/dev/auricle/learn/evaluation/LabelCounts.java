package dev.auricle.learn.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Right and wrong answers by label.
 *
 * @param truePositives clips that carry the label and are given it
 * @param falsePositives clips that are given it without carrying it
 * @param falseNegatives clips that carry it without being given it
 */
record LabelCounts(int[] truePositives, int[] falsePositives, int[] falseNegatives) {

  static LabelCounts of(Predictions predictions) {
    int labels = predictions.labels().size();
    int[] truePositives = new int[labels];
    int[] falsePositives = new int[labels];
    int[] falseNegatives = new int[labels];
    for (int i = 0; i < predictions.size(); i++) {
      for (int k = 0; k < labels; k++) {
        boolean carried = predictions.targets()[i][k] == 1;
        boolean given = predictions.given(i, k);
        truePositives[k] += carried && given ? 1 : 0;
        falsePositives[k] += !carried && given ? 1 : 0;
        falseNegatives[k] += carried && !given ? 1 : 0;
      }
    }
    return new LabelCounts(truePositives, falsePositives, falseNegatives);
  }

  /** True where some clip carries the label or is given it. */
  boolean occurs(int k) {
    return truePositives[k] + falsePositives[k] + falseNegatives[k] > 0;
  }

  /** Harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN); 0 where nothing is right. */
  double f1(int k) {
    int all = 2 * truePositives[k] + falsePositives[k] + falseNegatives[k];
    return all == 0 ? 0 : 2.0 * truePositives[k] / all;
  }

  /** Share of the clips given the label that carry it; 0 where none is given. */
  double precision(int k) {
    int given = truePositives[k] + falsePositives[k];
    return given == 0 ? 0 : (double) truePositives[k] / given;
  }

  /** Share of the clips carrying the label that are given it; 0 where none carries it. */
  double recall(int k) {
    return support(k) == 0 ? 0 : (double) truePositives[k] / support(k);
  }

  /** Clips that carry the label. */
  int support(int k) {
    return truePositives[k] + falseNegatives[k];
  }

  double microF1() {
    int right = IntStream.of(truePositives).sum();
    int all = 2 * right + IntStream.of(falsePositives).sum() + IntStream.of(falseNegatives).sum();
    return all == 0 ? 0 : 2.0 * right / all;
  }

  double weightedF1() {
    double sum = 0;
    int all = 0;
    for (int k = 0; k < truePositives.length; k++) {
      sum += support(k) * f1(k);
      all += support(k);
    }
    return all == 0 ? 0 : sum / all;
  }

  double balancedAccuracy() {
    double sum = 0;
    int carried = 0;
    for (int k = 0; k < truePositives.length; k++) {
      sum += recall(k);
      carried += support(k) > 0 ? 1 : 0;
    }
    return carried == 0 ? 0 : sum / carried;
  }

  double macroF1() {
    double sum = 0;
    int occurring = 0;
    for (int k = 0; k < truePositives.length; k++) {
      if (occurs(k)) {
        sum += f1(k);
        occurring++;
      }
    }
    return occurring == 0 ? 0 : sum / occurring;
  }

  /** Share of the most frequent target. */
  static double majority(Predictions predictions) {
    Map<String, Integer> counts = new HashMap<>();
    int most = 0;
    for (float[] target : predictions.targets()) {
      most = Math.max(most, counts.merge(Arrays.toString(target), 1, Integer::sum));
    }
    return (double) most / predictions.size();
  }
}
