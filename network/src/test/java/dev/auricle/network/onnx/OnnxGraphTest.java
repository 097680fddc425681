package dev.auricle.network.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Property: built graphs run in ONNX Runtime with the values worked out by hand. */
class OnnxGraphTest {

  @Test
  void anAffineMapAndItsSoftMaxRun() throws Exception {
    // [1, 2] * [[1, 0], [0, 1]] + [1, 0] = [2, 2], whose soft-max is [0.5, 0.5]
    assertThat(run(affine(), new float[][] {{1, 2}})[0]).containsExactly(0.5f, 0.5f);
  }

  @Test
  void aTreeEnsembleRuns() throws Exception {
    OnnxGraph graph = new OnnxGraph("stump");
    String x = graph.input("features", OnnxGraph.BATCH, 1);
    // One split at 0.5: at most 0.5 goes to node 1 and adds 1 to column 0, else column 1.
    List<String> scores =
        graph.node(
            OnnxGraph.ML,
            "TreeEnsembleRegressor",
            List.of(x),
            1,
            Attribute.integer("n_targets", 2),
            Attribute.text("post_transform", "NONE"),
            Attribute.integers("nodes_treeids", 0, 0, 0),
            Attribute.integers("nodes_nodeids", 0, 1, 2),
            Attribute.integers("nodes_featureids", 0, 0, 0),
            Attribute.texts("nodes_modes", List.of("BRANCH_LEQ", "LEAF", "LEAF")),
            Attribute.numbers("nodes_values", 0.5f, 0, 0),
            Attribute.integers("nodes_truenodeids", 1, 0, 0),
            Attribute.integers("nodes_falsenodeids", 2, 0, 0),
            Attribute.integers("target_treeids", 0, 0),
            Attribute.integers("target_nodeids", 1, 2),
            Attribute.integers("target_ids", 0, 1),
            Attribute.numbers("target_weights", 1, 1));
    graph.output("probabilities", scores.get(0), OnnxGraph.BATCH, 2);
    float[][] rows = run(graph.bytes(), new float[][] {{0.2f}, {0.9f}});
    assertThat(rows[0]).containsExactly(1, 0);
    assertThat(rows[1]).containsExactly(0, 1);
  }

  @Test
  void theSameCallsGiveTheSameBytes() {
    assertThat(affine()).isEqualTo(affine());
  }

  @Test
  void mistakesAreFoundWhileBuilding() {
    OnnxGraph graph = new OnnxGraph("wrong");
    graph.input("features", OnnxGraph.BATCH, 2);
    assertThatThrownBy(() -> graph.node("Relu", List.of("feature"))).hasMessageContaining("makes");
    assertThatThrownBy(() -> graph.initializer("features", new float[1]))
        .hasMessageContaining("two values");
    assertThatThrownBy(() -> graph.initializer("w", new float[3], 2, 2))
        .hasMessageContaining("3 values, its shape 4");
  }

  private static byte[] affine() {
    OnnxGraph graph = new OnnxGraph("affine");
    String x = graph.input("features", OnnxGraph.BATCH, 2);
    String w = graph.initializer("w", new float[] {1, 0, 0, 1}, 2, 2);
    String b = graph.initializer("b", new float[] {1, 0}, 2);
    String y = graph.node("Add", List.of(graph.node("MatMul", List.of(x, w)), b));
    String p = graph.node("Softmax", List.of(y), Attribute.integer("axis", -1));
    graph.output("probabilities", p, OnnxGraph.BATCH, 2);
    return graph.bytes();
  }

  private static float[][] run(byte[] model, float[][] features) throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(model);
        OnnxTensor tensor = OnnxTensor.createTensor(environment, features);
        OrtSession.Result result = session.run(Map.of("features", tensor))) {
      return (float[][]) result.get(0).getValue();
    }
  }
}
