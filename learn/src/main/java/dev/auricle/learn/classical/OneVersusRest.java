package dev.auricle.learn.classical;

import dev.auricle.network.onnx.Attribute;
import dev.auricle.network.onnx.OnnxGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model for each label, whose class 1 is that the label is carried; the labels' probabilities are
 * independent.
 *
 * @param members in the labels' order
 */
record OneVersusRest(List<Model> members) implements Model {

  @Override
  public double[] predict(float[] row) {
    return members.stream().mapToDouble(member -> member.predict(row)[1]).toArray();
  }

  @Override
  public String write(OnnxGraph graph, String features) {
    List<String> columns = new ArrayList<>();
    for (Model member : members) {
      String carried = graph.constant(new long[] {1}, 1);
      columns.add(
          graph.node(
              "Gather",
              List.of(member.write(graph, features), carried),
              Attribute.integer("axis", 1)));
    }
    return graph.node("Concat", columns, Attribute.integer("axis", 1));
  }

  /** The mean over the members that have one. */
  @Override
  public double[] importance() {
    List<double[]> all =
        members.stream().map(Model::importance).filter(weights -> weights.length > 0).toList();
    double[] mean = new double[all.isEmpty() ? 0 : all.get(0).length];
    for (double[] weights : all) {
      for (int c = 0; c < mean.length; c++) {
        mean[c] += weights[c] / all.size();
      }
    }
    return mean;
  }

  /** Sums of what the members count. */
  @Override
  public Map<String, Object> details() {
    Map<String, Object> sums = new LinkedHashMap<>();
    sums.put("models", members.size());
    for (Model member : members) {
      member
          .details()
          .forEach(
              (name, value) -> {
                if (value instanceof Integer || value instanceof Long) {
                  sums.merge(
                      name,
                      ((Number) value).longValue(),
                      (a, b) -> ((Number) a).longValue() + ((Number) b).longValue());
                }
              });
    }
    return sums;
  }
}
