package dev.auricle.learn.classical;

import dev.auricle.learn.training.EpochScore;
import dev.auricle.network.onnx.OnnxGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Boosted trees: each adds to one class's score; probabilities are the soft-max of the scores.
 *
 * @param trees whose leaves hold one class and what they add to it
 * @param base the classes' scores before any tree
 * @param importance each column's share of the gain of all splits
 * @param curve losses after each round
 */
record XgBoostModel(List<Tree> trees, float[] base, double[] importance, List<EpochScore> curve)
    implements Model {

  /**
   * Reads a booster's own JSON.
   *
   * <p>Its splits send a row left below a threshold, ours at or below; so ours is the next float
   * down. Since version 3.1 each class has an intercept of its own ({@code base_score}).
   *
   * @param rounds how many to keep
   */
  static XgBoostModel read(byte[] json, int classes, int rounds, List<EpochScore> curve) {
    JsonNode learner = new JsonMapper().readTree(json).get("learner");
    float[] base =
        floats(
            new JsonMapper()
                .readTree(learner.get("learner_model_param").get("base_score").asString()));
    JsonNode model = learner.get("gradient_booster").get("model");
    int[] classOf = ints(model.get("tree_info"));
    double[] gains = new double[learner.get("learner_model_param").get("num_feature").asInt()];
    List<Tree> trees = new ArrayList<>();
    for (int t = 0; t < Math.min(classOf.length, rounds * classes); t++) {
      trees.add(tree(model.get("trees").get(t), classOf[t], gains));
    }
    double all = 0;
    for (double gain : gains) {
      all += gain;
    }
    for (int c = 0; all > 0 && c < gains.length; c++) {
      gains[c] /= all;
    }
    return new XgBoostModel(trees, base, gains, curve);
  }

  private static Tree tree(JsonNode json, int classIndex, double[] gains) {
    int[] left = ints(json.get("left_children"));
    int[] right = ints(json.get("right_children"));
    int[] column = ints(json.get("split_indices"));
    float[] condition = floats(json.get("split_conditions"));
    float[] gain = floats(json.get("loss_changes"));
    int leaves = (left.length + 1) / 2;
    int[] shareClass = new int[leaves];
    float[] share = new float[leaves];
    int at = 0;
    for (int node = 0; node < left.length; node++) {
      if (left[node] >= 0) {
        gains[column[node]] += gain[node];
        condition[node] = Math.nextDown(condition[node]);
      } else {
        column[node] = -1;
        shareClass[at] = classIndex;
        share[at] = condition[node];
        condition[node] = 0;
        left[node] = at++;
        right[node] = at;
      }
    }
    return new Tree(column, condition, left, right, shareClass, share);
  }

  private static int[] ints(JsonNode array) {
    int[] values = new int[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asInt();
    }
    return values;
  }

  private static float[] floats(JsonNode array) {
    float[] values = new float[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).floatValue();
    }
    return values;
  }

  @Override
  public double[] predict(float[] row) {
    double[] scores = new double[base.length];
    for (int k = 0; k < scores.length; k++) {
      scores[k] = base[k];
    }
    for (Tree tree : trees) {
      tree.addTo(scores, row, 1);
    }
    return Logistic.softmax(scores);
  }

  @Override
  public String write(OnnxGraph graph, String features) {
    TreeGraph ensemble = new TreeGraph();
    for (Tree tree : trees) {
      ensemble.add(tree, 1, 0);
    }
    String sums = ensemble.write(graph, features, base.length);
    String scores = graph.node("Add", List.of(sums, graph.constant(base, base.length)));
    return graph.node("Softmax", List.of(scores));
  }

  @Override
  public Map<String, Object> details() {
    return Map.of("rounds", trees.size() / base.length, "trees", trees.size());
  }
}
