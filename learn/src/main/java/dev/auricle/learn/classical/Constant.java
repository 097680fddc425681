package dev.auricle.learn.classical;

import dev.auricle.network.onnx.OnnxGraph;
import java.util.List;
import java.util.Map;

/**
 * One answer, whatever is asked: where all training rows are of one class.
 *
 * @param columns that it is asked with
 * @param probability of class 1, of two
 */
record Constant(int columns, float probability) implements Model {

  @Override
  public double[] predict(float[] row) {
    return new double[] {1 - probability, probability};
  }

  /** A matrix of zeros keeps the batch's size. */
  @Override
  public String write(OnnxGraph graph, String features) {
    String zeros = graph.constant(new float[columns * 2], columns, 2);
    String answer = graph.constant(new float[] {1 - probability, probability}, 2);
    return graph.node("Gemm", List.of(features, zeros, answer));
  }

  @Override
  public double[] importance() {
    return new double[0];
  }

  @Override
  public Map<String, Object> details() {
    return Map.of();
  }
}
