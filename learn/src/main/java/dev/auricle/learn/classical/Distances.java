package dev.auricle.learn.classical;

import dev.auricle.network.onnx.Attribute;
import dev.auricle.network.onnx.OnnxGraph;
import java.util.List;

/**
 * Squared distances to rows that a model keeps, in double precision: in single, those of near rows
 * would drown.
 *
 * @param rows kept
 */
record Distances(float[][] rows) {
  private static final int DOUBLE = 11;
  private static final int FLOAT = 1;

  /** From one row to each that is kept. */
  double[] from(float[] x) {
    double[] distances = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      float[] row = rows[i];
      double sum = 0;
      for (int c = 0; c < x.length; c++) {
        double difference = (double) x[c] - row[c];
        sum += difference * difference;
      }
      distances[i] = sum;
    }
    return distances;
  }

  /** Writes the distances, {@code double[batch][rows]}, into a graph. */
  String write(OnnxGraph graph, String features) {
    int columns = rows[0].length;
    float[] across = new float[columns * rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < columns; c++) {
        across[c * rows.length + i] = rows[i][c];
      }
    }
    String x = wide(graph, features);
    String t = wide(graph, graph.constant(across, columns, rows.length));
    String own = sum(graph, graph.node("Mul", List.of(x, x)), 1);
    String theirs = sum(graph, graph.node("Mul", List.of(t, t)), 0);
    String product = graph.node("MatMul", List.of(x, t));
    String twice = graph.node("Add", List.of(product, product));
    return graph.node("Sub", List.of(graph.node("Add", List.of(own, theirs)), twice));
  }

  static String wide(OnnxGraph graph, String value) {
    return graph.node("Cast", List.of(value), Attribute.integer("to", DOUBLE));
  }

  static String narrow(OnnxGraph graph, String value) {
    return graph.node("Cast", List.of(value), Attribute.integer("to", FLOAT));
  }

  /** A sum along an axis, which stays with size 1. */
  static String sum(OnnxGraph graph, String value, int axis) {
    return graph.node("ReduceSum", List.of(value, graph.constant(new long[] {axis}, 1)));
  }
}
