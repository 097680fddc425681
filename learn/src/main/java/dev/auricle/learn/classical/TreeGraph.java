package dev.auricle.learn.classical;

import dev.auricle.network.onnx.Attribute;
import dev.auricle.network.onnx.OnnxGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes trees as one {@code TreeEnsembleRegressor} of {@code ai.onnx.ml}, whose outputs are the
 * sums of the trees' leaves. (The classifier of the same family differs in that it also writes
 * labels and treats two classes in a way of its own.)
 */
final class TreeGraph {
  private final Longs treeIds = new Longs();
  private final Longs nodeIds = new Longs();
  private final Longs columns = new Longs();
  private final Longs trueIds = new Longs();
  private final Longs falseIds = new Longs();
  private final Floats thresholds = new Floats();
  private final List<String> modes = new ArrayList<>();
  private final Longs leafTrees = new Longs();
  private final Longs leafNodes = new Longs();
  private final Longs leafTargets = new Longs();
  private final Floats leafWeights = new Floats();
  private int trees;

  /**
   * Adds a tree.
   *
   * @param weight of the tree's votes
   * @param target output of the tree's class 0; its other classes follow
   */
  TreeGraph add(Tree tree, double weight, int target) {
    for (int node = 0; node < tree.nodes(); node++) {
      boolean leaf = tree.isLeaf(node);
      treeIds.add(trees);
      nodeIds.add(node);
      columns.add(leaf ? 0 : tree.column()[node]);
      thresholds.add(tree.threshold()[node]);
      trueIds.add(leaf ? 0 : tree.left()[node]);
      falseIds.add(leaf ? 0 : tree.right()[node]);
      modes.add(leaf ? "LEAF" : "BRANCH_LEQ");
      for (int s = tree.left()[node]; leaf && s < tree.right()[node]; s++) {
        leafTrees.add(trees);
        leafNodes.add(node);
        leafTargets.add(target + tree.shareClass()[s]);
        leafWeights.add((float) (weight * tree.share()[s]));
      }
    }
    trees++;
    return this;
  }

  /**
   * Writes the trees.
   *
   * @return name of the sums, {@code [batch, targets]}
   */
  String write(OnnxGraph graph, String features, int targets) {
    return graph
        .node(
            OnnxGraph.ML,
            "TreeEnsembleRegressor",
            List.of(features),
            1,
            Attribute.integer("n_targets", targets),
            Attribute.text("aggregate_function", "SUM"),
            Attribute.text("post_transform", "NONE"),
            Attribute.integers("nodes_treeids", treeIds.array()),
            Attribute.integers("nodes_nodeids", nodeIds.array()),
            Attribute.integers("nodes_featureids", columns.array()),
            Attribute.numbers("nodes_values", thresholds.array()),
            Attribute.texts("nodes_modes", modes),
            Attribute.integers("nodes_truenodeids", trueIds.array()),
            Attribute.integers("nodes_falsenodeids", falseIds.array()),
            Attribute.integers("target_treeids", leafTrees.array()),
            Attribute.integers("target_nodeids", leafNodes.array()),
            Attribute.integers("target_ids", leafTargets.array()),
            Attribute.numbers("target_weights", leafWeights.array()))
        .get(0);
  }

  /** Whole numbers, growing. */
  private static final class Longs {
    private long[] values = new long[1024];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    long[] array() {
      return Arrays.copyOf(values, size);
    }
  }

  /** Floats, growing. */
  private static final class Floats {
    private float[] values = new float[1024];
    private int size;

    void add(float value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    float[] array() {
      return Arrays.copyOf(values, size);
    }
  }
}
