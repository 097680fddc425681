package dev.auricle.learn.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.network.Chain;
import dev.auricle.network.Layer;
import dev.auricle.network.Network;
import dev.auricle.network.Shape;
import dev.auricle.network.Weights;
import dev.auricle.network.checkpoint.CheckpointReader;
import dev.auricle.network.published.PublishedNetwork;
import dev.auricle.network.published.PublishedNetworks;
import dev.auricle.testing.Shared;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Property: training on begins where the published network ended; only the last layer is new, and
 * blocks that are frozen are the first ones.
 */
class PretrainedPlanTest {
  private static final int LABELS = 5;
  private static final Shape INPUT = Shape.of(128, 200);

  private Path file;

  @BeforeEach
  void find() {
    file = Shared.require("weights/mn04_as_mAP_432.pt");
  }

  @Test
  void lastLayerReadsWhatThePublishedOneDid() {
    NetworkPlan plan = plan("frozen-blocks: 0");
    Network network = plan.network(INPUT, LABELS);
    PublishedNetwork published = PublishedNetworks.named("mn04");
    float[] expected =
        withoutScores(
            published.network(INPUT.axis(1)), published.fill(CheckpointReader.read(file)));
    float[] found = withoutScores(network, plan.start(network, 1));
    assertThat(found).containsExactly(expected, within(1e-4f));
    assertThat(network.output()).isEqualTo(Shape.of(LABELS));
  }

  @Test
  void onlyTheLastLayerIsNewAndTheFirstBlocksAreFrozenWhereAsked() {
    NetworkPlan plan = plan("frozen-blocks: 2");
    Network network = plan.network(INPUT, LABELS);
    FineTuning found = plan.fineTuning(network);
    Set<String> names = found.learnt();
    int last = network.chain().layers().size() - 1;
    assertThat(network.parameters())
        .allSatisfy(
            each ->
                assertThat(names.contains(each.name()))
                    .isEqualTo(FineTuning.layer(each.name()) < last));
    assertThat(found.frozen()).isNotEmpty().isSubsetOf(names);
    assertThat(names.stream().filter(name -> !found.frozen().contains(name)))
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(found.frozen())
                    .allSatisfy(
                        each ->
                            assertThat(FineTuning.layer(each)).isLessThan(FineTuning.layer(name))));
  }

  private NetworkPlan plan(String settings) {
    return PretrainedPlan.from(
        YamlSettings.of("model", "{weights: " + file + ", " + settings + "}"));
  }

  /** What the last layer reads of the same made-up clip. */
  private static float[] withoutScores(Network network, Weights weights) {
    List<Layer> layers = network.chain().layers();
    Network before = new Network(network.input(), new Chain(layers.subList(0, layers.size() - 1)));
    Random random = new Random(3);
    float[] features = new float[INPUT.size()];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    try (PointerScope scope = new PointerScope()) {
      TorchNetwork torch = new TorchNetwork(before, weights.part(before));
      Tensor x = Tensor.create(features, INPUT.after(1));
      return TorchNetwork.values(torch.forward(x, Mode.INFERENCE));
    }
  }
}
