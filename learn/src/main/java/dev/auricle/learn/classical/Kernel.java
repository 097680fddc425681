package dev.auricle.learn.classical;

import dev.auricle.network.onnx.OnnxGraph;
import java.util.List;
import java.util.Map;

/**
 * A kernel machine: a row's score for a class is the sum over the kept rows of how alike they are
 * times their factor; probabilities are the soft-max of the scores times one factor.
 *
 * @param standardizer brings columns to one scale
 * @param near the standardised rows kept
 * @param gamma rows at squared distance {@code d} are alike by {@code exp(-gamma d)}
 * @param factors {@code double[rows][classes]}
 * @param offsets of the classes
 * @param sharpness what scores are multiplied with
 */
record Kernel(
    Standardizer standardizer,
    Distances near,
    double gamma,
    double[][] factors,
    double[] offsets,
    double sharpness)
    implements Model {

  /** Turns squared distances into likenesses, in place. */
  static double[] alike(double[] distances, double gamma) {
    for (int i = 0; i < distances.length; i++) {
      distances[i] = Math.exp(-gamma * distances[i]);
    }
    return distances;
  }

  @Override
  public double[] predict(float[] row) {
    double[] alike = alike(near.from(standardizer.apply(row)), gamma);
    double[] scores = offsets.clone();
    for (int i = 0; i < alike.length; i++) {
      for (int k = 0; k < scores.length; k++) {
        scores[k] += alike[i] * factors[i][k];
      }
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] *= sharpness;
    }
    return Logistic.softmax(scores);
  }

  /** Factors are stored in single precision, as shares of the largest: enough for 1e-5. */
  @Override
  public String write(OnnxGraph graph, String features) {
    int classes = offsets.length;
    float[] flat = new float[factors.length * classes];
    float[] shifts = new float[classes];
    for (int k = 0; k < classes; k++) {
      shifts[k] = (float) (sharpness * offsets[k]);
      for (int i = 0; i < factors.length; i++) {
        flat[i * classes + k] = (float) (sharpness * factors[i][k]);
      }
    }
    String distances = near.write(graph, standardizer.write(graph, features));
    String rate = Distances.wide(graph, graph.constant(new float[] {(float) -gamma}));
    String alike = graph.node("Exp", List.of(graph.node("Mul", List.of(distances, rate))));
    String weights = Distances.wide(graph, graph.constant(flat, factors.length, classes));
    String sums = Distances.narrow(graph, graph.node("MatMul", List.of(alike, weights)));
    String scores = graph.node("Add", List.of(sums, graph.constant(shifts, classes)));
    return graph.node("Softmax", List.of(scores));
  }

  @Override
  public double[] importance() {
    return new double[0];
  }

  @Override
  public Map<String, Object> details() {
    return Map.of("rows", factors.length, "sharpness", sharpness);
  }
}
