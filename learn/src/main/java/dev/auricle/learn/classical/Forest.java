package dev.auricle.learn.classical;

import dev.auricle.network.onnx.OnnxGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trees whose leaves' shares are averaged; one tree makes a forest too.
 *
 * @param trees in the order grown
 * @param classes size of the label set
 * @param importance mean over trees of each column's share of the impurity taken off
 * @param outOfBag accuracy on rows judged by the trees that did not see them; NaN without bootstrap
 */
record Forest(List<Tree> trees, int classes, double[] importance, double outOfBag)
    implements Model {

  @Override
  public double[] predict(float[] row) {
    double[] sums = new double[classes];
    for (Tree tree : trees) {
      tree.addTo(sums, row, 1);
    }
    for (int k = 0; k < classes; k++) {
      sums[k] /= trees.size();
    }
    return sums;
  }

  @Override
  public String write(OnnxGraph graph, String features) {
    TreeGraph ensemble = new TreeGraph();
    for (Tree tree : trees) {
      ensemble.add(tree, 1, 0);
    }
    String sums = ensemble.write(graph, features, classes);
    String count = graph.constant(new float[] {trees.size()});
    return graph.node("Div", List.of(sums, count));
  }

  @Override
  public Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("trees", trees.size());
    details.put("nodes", trees.stream().mapToLong(Tree::nodes).sum());
    details.put("deepest", trees.stream().mapToInt(Tree::depth).max().orElse(0));
    if (!Double.isNaN(outOfBag)) {
      details.put("outOfBagAccuracy", outOfBag);
    }
    return details;
  }
}
