package dev.auricle.learn.evaluation;

import dev.auricle.network.onnx.Attribute;
import dev.auricle.network.onnx.OnnxGraph;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a piecewise linear function for each label into a graph: the place of each probability
 * among the label's steps is counted, and the step's start, value and slope are looked up.
 */
final class IsotonicGraph {
  private static final int INT64 = 7;

  private IsotonicGraph() {}

  /**
   * @param x name of the probabilities, {@code [batch, labels]}
   * @param from {@code double[labels][steps]}, ascending
   * @param to {@code double[labels][steps]}
   */
  static String write(OnnxGraph graph, String x, double[][] from, double[][] to) {
    int labels = from.length;
    int steps = Arrays.stream(from).mapToInt(row -> row.length).max().orElse(1);
    float[] starts = new float[labels * steps];
    float[] values = new float[labels * steps];
    float[] slopes = new float[labels * steps];
    float[] lowest = new float[labels];
    long[] offsets = new long[labels];
    // No probability reaches the places that a label of fewer steps leaves free.
    Arrays.fill(starts, 2);
    for (int k = 0; k < labels; k++) {
      offsets[k] = (long) k * steps;
      lowest[k] = (float) from[k][0];
      for (int s = 0; s < from[k].length; s++) {
        int at = k * steps + s;
        boolean last = s == from[k].length - 1;
        starts[at] = (float) from[k][s];
        values[at] = (float) to[k][s];
        slopes[at] = last ? 0 : (float) ((to[k][s + 1] - to[k][s]) / (from[k][s + 1] - from[k][s]));
      }
    }
    String clamped = graph.node("Max", List.of(x, graph.constant(lowest, labels)));
    String column = graph.node("Unsqueeze", List.of(clamped, graph.constant(new long[] {2}, 1)));
    String reached =
        graph.node("GreaterOrEqual", List.of(column, graph.constant(starts, labels, steps)));
    String counted =
        graph.node(
            "ReduceSum",
            List.of(
                graph.node("Cast", List.of(reached), Attribute.integer("to", INT64)),
                graph.constant(new long[] {2}, 1)),
            Attribute.integer("keepdims", 0));
    String place = graph.node("Sub", List.of(counted, graph.constant(new long[] {1}, 1)));
    String index = graph.node("Add", List.of(place, graph.constant(offsets, labels)));
    String start = lookUp(graph, starts, index);
    String past = graph.node("Sub", List.of(clamped, start));
    String risen = graph.node("Mul", List.of(past, lookUp(graph, slopes, index)));
    return graph.node("Add", List.of(lookUp(graph, values, index), risen));
  }

  private static String lookUp(OnnxGraph graph, float[] table, String index) {
    return graph.node("Gather", List.of(graph.constant(table, table.length), index));
  }
}
