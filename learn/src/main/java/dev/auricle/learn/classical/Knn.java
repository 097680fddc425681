package dev.auricle.learn.classical;

import dev.auricle.network.onnx.Attribute;
import dev.auricle.network.onnx.OnnxGraph;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Nearest neighbours by squared distance between standardised rows. A row votes by how much nearer
 * it is than the first row past the last neighbour (after Dudani, 1976), so that who takes the last
 * place hardly matters.
 *
 * @param standardizer brings columns to one scale
 * @param rows standardised
 * @param labels of the rows
 * @param classes size of the label set
 * @param neighbours how many decide
 */
record Knn(Standardizer standardizer, float[][] rows, int[] labels, int classes, int neighbours)
    implements Model {
  // Widens the circle a little, so that rows equally near vote equally, and one on its edge votes.
  private static final float WIDER = 1.001f;
  private static final float WIDER_BY = 1e-6f;

  private static final int DOUBLE = 11;
  private static final int FLOAT = 1;

  @Override
  public double[] predict(float[] row) {
    float[] x = standardizer.apply(row);
    double[] distances = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < x.length; c++) {
        double difference = (double) x[c] - rows[i][c];
        distances[i] += difference * difference;
      }
    }
    double[] sorted = distances.clone();
    Arrays.sort(sorted);
    double past = (double) WIDER * sorted[Math.min(neighbours, rows.length - 1)] + WIDER_BY;
    double[] votes = new double[classes];
    double all = 0;
    for (int i = 0; i < rows.length; i++) {
      double vote = Math.max(0, past - distances[i]);
      votes[labels[i]] += vote;
      all += vote;
    }
    for (int k = 0; k < classes; k++) {
      votes[k] /= all;
    }
    return votes;
  }

  /** Distances are taken in double precision: in single, those of near rows would drown. */
  @Override
  public String write(OnnxGraph graph, String features) {
    int columns = rows[0].length;
    float[] across = new float[columns * rows.length];
    float[] marks = new float[rows.length * classes];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < columns; c++) {
        across[c * rows.length + i] = rows[i][c];
      }
      marks[i * classes + labels[i]] = 1;
    }
    String x = wide(graph, standardizer.write(graph, features));
    String t = wide(graph, graph.constant(across, columns, rows.length));
    String own = sum(graph, graph.node("Mul", List.of(x, x)), 1);
    String theirs = sum(graph, graph.node("Mul", List.of(t, t)), 0);
    String product = graph.node("MatMul", List.of(x, t));
    String twice = graph.node("Add", List.of(product, product));
    String both = graph.node("Add", List.of(own, theirs));
    String distances = graph.node("Sub", List.of(both, twice));
    int last = Math.min(neighbours, rows.length - 1) + 1;
    String nearest =
        graph
            .node(
                "",
                "TopK",
                List.of(distances, graph.constant(new long[] {last}, 1)),
                2,
                Attribute.integer("largest", 0))
            .get(0);
    String edge = graph.node("ReduceMax", List.of(nearest), Attribute.integers("axes", 1));
    String wider = wide(graph, graph.constant(new float[] {WIDER}));
    String by = wide(graph, graph.constant(new float[] {WIDER_BY}));
    String past = graph.node("Add", List.of(graph.node("Mul", List.of(edge, wider)), by));
    String votes = graph.node("Relu", List.of(graph.node("Sub", List.of(past, distances))));
    String shares = graph.node("Div", List.of(votes, sum(graph, votes, 1)));
    String narrow = graph.node("Cast", List.of(shares), Attribute.integer("to", FLOAT));
    return graph.node("MatMul", List.of(narrow, graph.constant(marks, rows.length, classes)));
  }

  private static String wide(OnnxGraph graph, String value) {
    return graph.node("Cast", List.of(value), Attribute.integer("to", DOUBLE));
  }

  private static String sum(OnnxGraph graph, String value, int axis) {
    return graph.node("ReduceSum", List.of(value, graph.constant(new long[] {axis}, 1)));
  }

  @Override
  public double[] importance() {
    return new double[0];
  }

  @Override
  public Map<String, Object> details() {
    return Map.of("neighbours", neighbours, "rows", rows.length);
  }
}
