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
 * @param near the standardised rows
 * @param labels of the rows
 * @param classes size of the label set
 * @param neighbours how many decide
 */
record Knn(Standardizer standardizer, Distances near, int[] labels, int classes, int neighbours)
    implements Model {
  // Widens the circle a little, so that rows equally near vote equally, and one on its edge votes.
  private static final float WIDER = 1.001f;
  private static final float WIDER_BY = 1e-6f;

  @Override
  public double[] predict(float[] row) {
    float[] x = standardizer.apply(row);
    double[] distances = near.from(x);
    double[] sorted = distances.clone();
    Arrays.sort(sorted);
    double past = (double) WIDER * sorted[Math.min(neighbours, labels.length - 1)] + WIDER_BY;
    double[] votes = new double[classes];
    double all = 0;
    for (int i = 0; i < labels.length; i++) {
      double vote = Math.max(0, past - distances[i]);
      votes[labels[i]] += vote;
      all += vote;
    }
    for (int k = 0; k < classes; k++) {
      votes[k] /= all;
    }
    return votes;
  }

  @Override
  public String write(OnnxGraph graph, String features) {
    float[] marks = new float[labels.length * classes];
    for (int i = 0; i < labels.length; i++) {
      marks[i * classes + labels[i]] = 1;
    }
    String distances = near.write(graph, standardizer.write(graph, features));
    int last = Math.min(neighbours, labels.length - 1) + 1;
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
    String wider = Distances.wide(graph, graph.constant(new float[] {WIDER}));
    String by = Distances.wide(graph, graph.constant(new float[] {WIDER_BY}));
    String past = graph.node("Add", List.of(graph.node("Mul", List.of(edge, wider)), by));
    String votes = graph.node("Relu", List.of(graph.node("Sub", List.of(past, distances))));
    String shares = graph.node("Div", List.of(votes, Distances.sum(graph, votes, 1)));
    String narrow = Distances.narrow(graph, shares);
    return graph.node("MatMul", List.of(narrow, graph.constant(marks, labels.length, classes)));
  }

  @Override
  public double[] importance() {
    return new double[0];
  }

  @Override
  public Map<String, Object> details() {
    return Map.of("neighbours", neighbours, "rows", labels.length);
  }
}
