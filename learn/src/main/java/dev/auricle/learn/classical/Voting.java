package dev.auricle.learn.classical;

import dev.auricle.network.onnx.OnnxGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Models whose probabilities are averaged.
 *
 * @param members the models
 * @param shares of each in the average, which sum to 1
 * @param classes size of the label set
 */
record Voting(List<Model> members, double[] shares, int classes) implements Model {
  @Override
  public double[] predict(float[] row) {
    double[] mean = new double[classes];
    for (int m = 0; m < shares.length; m++) {
      double[] own = members.get(m).predict(row);
      for (int k = 0; k < classes; k++) {
        mean[k] += shares[m] * own[k];
      }
    }
    return mean;
  }

  @Override
  public String write(OnnxGraph graph, String features) {
    String sum = "";
    for (int m = 0; m < shares.length; m++) {
      String own = members.get(m).write(graph, features);
      String share = graph.constant(new float[] {(float) shares[m]});
      String part = graph.node("Mul", List.of(own, share));
      sum = m == 0 ? part : graph.node("Add", List.of(sum, part));
    }
    return sum;
  }

  /** The average of those members that have any. */
  @Override
  public double[] importance() {
    double[] mean = new double[0];
    double all = 0;
    for (int m = 0; m < shares.length; m++) {
      double[] own = members.get(m).importance();
      mean = mean.length == 0 ? new double[own.length] : mean;
      for (int c = 0; c < own.length; c++) {
        mean[c] += shares[m] * own[c];
      }
      all += own.length > 0 ? shares[m] : 0;
    }
    for (int c = 0; c < mean.length; c++) {
      mean[c] /= all;
    }
    return mean;
  }

  @Override
  public Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    for (int m = 0; m < shares.length; m++) {
      details.put("member " + (m + 1), members.get(m).details());
    }
    return details;
  }
}
