package dev.auricle.network.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.network.onnx.Attribute;
import dev.auricle.network.onnx.OnnxGraph;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.runtime.OnnxModel;
import dev.auricle.signal.AuricleException;
import dev.auricle.testing.Shared;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Property: features have the shape that was announced; and a graph that holds a published network
 * and a model behind it gives what that model gives for the network's features.
 */
class EmbeddingFrontEndTest {
  private static final String MN04 = "weights/mn04_as_mAP_432.pt";
  private static final String YAMNET = "weights/lite-model_yamnet_classification_tflite_1.tflite";
  private static final String MOBILENET = "weights/mobilenet_v1_1.0_224.tflite";

  @ParameterizedTest
  @CsvSource({
    "mn04, vector, " + MN04 + ", 2.3, 384, 0",
    "mn04, sequence, " + MN04 + ", 2.3, 384, 8",
    "mn04, sequence, " + MN04 + ", 0.2, 384, 1",
    "mn04, levels, " + MN04 + ", 2.3, 1400, 0",
    "yamnet, levels, " + YAMNET + ", 2.3, 5952, 0",
    "mobilenet-image, sequence, " + MOBILENET + ", 1.1, 1024, 7",
    "mobilenet-image, levels, " + MOBILENET + ", 1.1, 5952, 0",
    "yamnet, vector, " + YAMNET + ", 2.3, 1024, 0",
    "yamnet, sequence, " + YAMNET + ", 2.3, 1024, 4",
    "yamnet, sequence, " + YAMNET + ", 0.2, 1024, 1",
    "mobilenet-image, vector, " + MOBILENET + ", 1.1, 1024, 0",
  })
  void aModelBehindTheNetworkGivesTheSameInOneGraph(
      String preset, String output, String weights, double seconds, int size, int patches) {
    EmbeddingFrontEnd frontEnd =
        (EmbeddingFrontEnd)
            FrontEndChoice.of(
                Map.of("preset", preset, "output", output, "weights", Shared.require(weights)));
    float[] sound = noise((int) (seconds * frontEnd.sampleRate()));
    Features features = frontEnd.compute(sound);
    assertThat(features.shape()).isEqualTo(frontEnd.shape(sound.length));
    assertThat(features.shape())
        .isEqualTo(patches == 0 ? new int[] {size} : new int[] {size, patches});
    byte[] head = head(features.shape());
    float[] apart = predict(head, features);
    float[] together = predict(frontEnd.compose(head), frontEnd.base().compute(sound));
    assertThat(apart[0]).isBetween(0.01f, 0.99f);
    assertThat(together).containsExactly(apart, within(1e-5f));
  }

  @Test
  void aColumnForEachNumberOfAVector() {
    FrontEnd mn04 = FrontEndChoice.of(Map.of("preset", "mn04"));
    assertThat(mn04.columns()).hasSize(384).startsWith("mn04_1", "mn04_2");
  }

  @Test
  void wrongOptionsAreNamed() {
    refused(Map.of("preset", "mn04", "output", "layers"), "vector, sequence, levels");
    refused(Map.of("preset", "mn04", "bands", 64), "bands");
    refused(Map.of("preset", "yamnet", "sampleRate", 8000), "16000");
  }

  private static void refused(Map<String, ?> options, String words) {
    assertThatThrownBy(() -> FrontEndChoice.of(options))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining(words);
  }

  @Test
  void missingWeightsAreFoundOutLate() {
    Path nowhere = Path.of("nowhere.pt");
    FrontEnd frontEnd = FrontEndChoice.of(Map.of("preset", "mn04", "weights", nowhere));
    assertThat(frontEnd.shape(32_000)).containsExactly(384);
    assertThatThrownBy(() -> frontEnd.compute(new float[32_000]))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("nowhere.pt");
  }

  /** Soft-max of two seeded sums over all features. */
  private static byte[] head(int[] shape) {
    OnnxGraph graph = new OnnxGraph("head");
    long[] input = new long[shape.length + 1];
    input[0] = OnnxGraph.BATCH;
    int size = 1;
    for (int axis = 0; axis < shape.length; axis++) {
      input[axis + 1] = shape[axis];
      size *= shape[axis];
    }
    Random random = new Random(7);
    float[] weights = new float[2 * size];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (random.nextGaussian() / Math.sqrt(size));
    }
    String flat =
        graph.node(
            "Flatten", List.of(graph.input("features", input)), Attribute.integer("axis", 1));
    String sums = graph.node("MatMul", List.of(flat, graph.constant(weights, size, 2)));
    String value = graph.node("Softmax", List.of(sums), Attribute.integer("axis", 1));
    graph.output("probabilities", value, OnnxGraph.BATCH, 2);
    return graph.bytes();
  }

  private static float[] predict(byte[] graph, Features features) {
    try (OnnxModel model = OnnxModel.load(graph, 1)) {
      return model.predict(List.of(features))[0];
    }
  }

  private static float[] noise(int samples) {
    Random random = new Random(3);
    float[] noise = new float[samples];
    for (int i = 0; i < samples; i++) {
      noise[i] = (float) (0.1 * random.nextGaussian());
    }
    return noise;
  }
}
