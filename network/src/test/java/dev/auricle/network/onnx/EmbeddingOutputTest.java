package dev.auricle.network.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.runtime.Features;
import dev.auricle.runtime.OnnxModel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Property: the embedding is what the last layer weighs, and the probabilities stay. */
class EmbeddingOutputTest {
  @Test
  void theLastLayersInputIsGiven() {
    OnnxGraph graph = new OnnxGraph("two layers");
    String x = graph.input("features", OnnxGraph.BATCH, 2);
    String first = graph.node("MatMul", List.of(x, identity(graph, 3)));
    String hidden = graph.node("Relu", List.of(first));
    String second = graph.node("MatMul", List.of(hidden, identity(graph, 5)));
    graph.output("probabilities", second, OnnxGraph.BATCH, 2);
    byte[] model = EmbeddingOutput.of(graph.bytes(), "probabilities");
    assertThat(run(model, "embedding", 2, -1)).containsExactly(6, 0);
    assertThat(run(model, "probabilities", 2, -1)).containsExactly(30, 0);
    assertThat(EmbeddingOutput.of(model, "probabilities")).isEqualTo(model);
  }

  @Test
  void aModelWithoutLayersGivesItsProbabilities() {
    OnnxGraph graph = new OnnxGraph("none");
    String x = graph.input("features", OnnxGraph.BATCH, 2);
    graph.output("probabilities", graph.node("Softmax", List.of(x)), OnnxGraph.BATCH, 2);
    byte[] model = EmbeddingOutput.of(graph.bytes(), "probabilities");
    assertThat(run(model, "embedding", 1, 1)).containsExactly(0.5f, 0.5f);
  }

  @Test
  void bytesThatAreNoModelAreRefused() {
    assertThatThrownBy(() -> EmbeddingOutput.of(new byte[] {1, 2, 3}, "probabilities"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String identity(OnnxGraph graph, float scale) {
    return graph.constant(new float[] {scale, 0, 0, scale}, 2, 2);
  }

  private static float[] run(byte[] model, String output, float... features) {
    try (OnnxModel loaded = OnnxModel.load(model, 1)) {
      return loaded.compute(output, List.of(new Features(features, 2))).get(0).values();
    }
  }
}
