package dev.auricle.learn.classical;

import dev.auricle.network.onnx.Attribute;
import dev.auricle.network.onnx.OnnxGraph;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Forests that vote: each names one class, with its say; a class's probability is its share of all
 * says.
 *
 * @param stages the forests, in the order fitted
 * @param says of each
 * @param classes size of the label set
 */
record AdaBoost(List<Forest> stages, double[] says, int classes) implements Model {
  private static final int GRID = 1 << 12;

  /**
   * The forest with its leaves' shares rounded to a grid of 1/4096, on which sums of floats are
   * exact in any order: so that a near tie between classes falls the same way wherever the forest
   * runs.
   */
  static Forest exact(Forest forest) {
    List<Tree> rounded = forest.trees().stream().map(tree -> tree.rounded(GRID)).toList();
    return new Forest(rounded, forest.classes(), forest.importance(), forest.outOfBag());
  }

  @Override
  public double[] predict(float[] row) {
    double[] votes = new double[classes];
    for (int m = 0; m < says.length; m++) {
      votes[stages.get(m).classify(row)] += says[m];
    }
    double all = Arrays.stream(says).sum();
    for (int k = 0; k < classes; k++) {
      votes[k] /= all;
    }
    return votes;
  }

  @Override
  public String write(OnnxGraph graph, String features) {
    double all = Arrays.stream(says).sum();
    TreeGraph ensemble = new TreeGraph();
    if (stages.stream().allMatch(stage -> stage.trees().size() == 1)) {
      for (int m = 0; m < says.length; m++) {
        ensemble.add(stages.get(m).trees().get(0).hardened(), says[m] / all, 0);
      }
      return ensemble.write(graph, features, classes);
    }
    // One ensemble gives every stage's sums; each stage's largest becomes its vote.
    float[] shares = new float[says.length];
    for (int m = 0; m < says.length; m++) {
      shares[m] = (float) (says[m] / all);
      for (Tree tree : stages.get(m).trees()) {
        ensemble.add(tree, 1, m * classes);
      }
    }
    String sums = ensemble.write(graph, features, says.length * classes);
    String shape = graph.constant(new long[] {0, says.length, classes}, 3);
    String byStage = graph.node("Reshape", List.of(sums, shape));
    String named =
        graph.node(
            "ArgMax",
            List.of(byStage),
            Attribute.integer("axis", 2),
            Attribute.integer("keepdims", 0));
    String depth = graph.constant(new long[] {classes}, 1);
    String offOn = graph.constant(new float[] {0, 1}, 2);
    String votes = graph.node("OneHot", List.of(named, depth, offOn));
    String weighed = graph.node("Mul", List.of(votes, graph.constant(shares, 1, shares.length, 1)));
    return graph.node(
        "ReduceSum",
        List.of(weighed, graph.constant(new long[] {1}, 1)),
        Attribute.integer("keepdims", 0));
  }

  /** The stages' importance, weighed by their says. */
  @Override
  public double[] importance() {
    double all = Arrays.stream(says).sum();
    double[] importance = new double[stages.get(0).importance().length];
    for (int m = 0; m < says.length; m++) {
      for (int c = 0; c < importance.length; c++) {
        importance[c] += says[m] / all * stages.get(m).importance()[c];
      }
    }
    return importance;
  }

  @Override
  public Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("rounds", says.length);
    details.put("trees", stages.stream().mapToInt(stage -> stage.trees().size()).sum());
    details.put(
        "nodes", stages.stream().flatMap(s -> s.trees().stream()).mapToLong(Tree::nodes).sum());
    return details;
  }
}
