package dev.auricle.learn.classical;

import dev.auricle.network.onnx.OnnxGraph;
import java.util.List;
import java.util.Map;

/**
 * Multinomial logistic regression on standardised columns.
 *
 * @param standardizer brings columns to one scale
 * @param weights {@code float[columns * classes]}, a column's entries next to each other
 * @param intercepts of the classes
 * @param iterations that the fit took
 */
record Logistic(Standardizer standardizer, float[] weights, float[] intercepts, int iterations)
    implements Model {

  @Override
  public double[] predict(float[] row) {
    float[] x = standardizer.apply(row);
    int classes = intercepts.length;
    double[] scores = new double[classes];
    for (int k = 0; k < classes; k++) {
      scores[k] = intercepts[k];
    }
    for (int c = 0; c < x.length; c++) {
      for (int k = 0; k < classes; k++) {
        scores[k] += (double) x[c] * weights[c * classes + k];
      }
    }
    return softmax(scores);
  }

  /** Exponentials that sum to 1, in place. */
  static double[] softmax(double[] scores) {
    double largest = scores[0];
    for (double score : scores) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = Math.exp(scores[k] - largest);
      sum += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] /= sum;
    }
    return scores;
  }

  @Override
  public String write(OnnxGraph graph, String features) {
    int classes = intercepts.length;
    String x = standardizer.write(graph, features);
    String w = graph.constant(weights, weights.length / classes, classes);
    String b = graph.constant(intercepts, classes);
    return graph.node("Softmax", List.of(graph.node("Gemm", List.of(x, w, b))));
  }

  /** Mean absolute weight of each standardised column. */
  @Override
  public double[] importance() {
    int classes = intercepts.length;
    double[] importance = new double[weights.length / classes];
    double all = 0;
    for (int i = 0; i < weights.length; i++) {
      importance[i / classes] += Math.abs(weights[i]);
      all += Math.abs(weights[i]);
    }
    for (int c = 0; all > 0 && c < importance.length; c++) {
      importance[c] /= all;
    }
    return importance;
  }

  @Override
  public Map<String, Object> details() {
    return Map.of("parameters", weights.length + intercepts.length, "iterations", iterations);
  }
}
