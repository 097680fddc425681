package dev.auricle.learn.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.network.Network;
import dev.auricle.network.OnnxWriter;
import dev.auricle.network.Weights;
import dev.auricle.network.checkpoint.CheckpointReader;
import dev.auricle.network.published.PublishedNetwork;
import dev.auricle.network.published.PublishedNetworks;
import dev.auricle.testing.Shared;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Property: a published network gives the same scores in libtorch, where it is fine-tuned, and in
 * ONNX Runtime. Within 1e-4 · max(1, |reference|): they are up to 60 layers deep.
 */
class PublishedNetworksAgreeTest {
  private static final int BATCH = 2;

  @ParameterizedTest
  @CsvSource({
    "mn04, mn04_as_mAP_432.pt",
    "yamnet, lite-model_yamnet_classification_tflite_1.tflite",
    "mobilenet-v1, mobilenet_v1_1.0_224.tflite",
  })
  void withPublishedWeights(String name, String file) throws Exception {
    PublishedNetwork published = PublishedNetworks.named(name);
    Weights weights = published.fill(CheckpointReader.read(Shared.require("weights/" + file)));
    boolean anyLength = published.kind() == PublishedNetwork.Kind.MN;
    check(anyLength ? published.network(150) : published.network(), weights);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mn10", "resnet18"})
  void withStartingWeights(String name) throws Exception {
    PublishedNetwork published = PublishedNetworks.named(name);
    boolean anyLength = published.kind() == PublishedNetwork.Kind.MN;
    Network network = anyLength ? published.network(97) : published.network();
    check(network, Weights.initial(network, 5));
  }

  private static void check(Network network, Weights weights) throws Exception {
    Random random = new Random(3);
    float[] features = new float[BATCH * network.input().size()];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    float[] expected;
    try (PointerScope scope = new PointerScope()) {
      TorchNetwork torch = new TorchNetwork(network, weights);
      Tensor x = Tensor.create(features, network.input().after(BATCH));
      expected = TorchNetwork.values(torch.forward(x, Mode.INFERENCE));
    }
    byte[] graph = OnnxWriter.write(network, weights, OnnxWriter.Ending.NONE);
    float[] found = OnnxRun.run(graph, features, network.input().after(BATCH));
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      double tolerance = 1e-4 * Math.max(1, Math.abs(expected[i]));
      assertThat((double) found[i]).isCloseTo(expected[i], within(tolerance));
    }
  }
}
