package dev.auricle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.signal.AuricleException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Property: shapes, counts and errors, worked out by hand. */
class NetworkTest {
  private static final Window THREE = Window.centred(3, 1);

  @Test
  void shapesFollowThroughConvolutionPoolingAndDense() {
    Network network =
        new Network(
            Shape.of(64, 38),
            Chain.of(
                new AddChannel(),
                Conv.plane(16, THREE, THREE),
                Pool.max(2, 2),
                GlobalPool.of(GlobalPool.Kind.BOTH),
                new Dense(10)));
    assertThat(network.shapes())
        .containsExactly(
            Shape.of(1, 64, 38),
            Shape.of(16, 64, 38),
            Shape.of(16, 32, 19),
            Shape.of(32),
            Shape.of(10));
    // 16 kernels of 1 x 3 x 3, and a 10 x 32 matrix with 10 biases
    assertThat(network.trainedNumbers()).isEqualTo(144 + 330);
    // each of the 64 x 38 positions takes 144 multiplications, the matrix 320
    assertThat(network.multiplications()).isEqualTo(64 * 38 * 144 + 320);
  }

  @Test
  void tensorFlowsSamePaddingPutsTheOddHalfAtTheEnd() {
    // 14 values by strides of 2 give 7 positions: (7 - 1) * 2 + 3 - 14 = 1 value of padding.
    assertThat(Window.same(3, 2, 14)).isEqualTo(new Window(3, 2, 1, 0, 1));
    assertThat(Window.same(3, 2, 14).positions(14)).isEqualTo(7);
    assertThat(Window.same(3, 2, 13)).isEqualTo(new Window(3, 2, 1, 1, 1));
  }

  @Test
  void anErrorNamesTheLayerWhatCameInAndWhatItNeeds() {
    assertThatThrownBy(() -> new Network(Shape.of(64, 38), Chain.of(new Dense(10))))
        .isInstanceOf(AuricleException.class)
        .hasMessage("layer 0, dense 10: got 64 x 38, needs [columns] (flatten or pool first)");
    Chain deep = Chain.of(new AddChannel(), Pool.max(2, 2), Pool.max(2, 2));
    assertThatThrownBy(() -> new Network(Shape.of(64, 3), deep))
        .hasMessageContaining("layer 2, max pool 2x2/2x2: got 1 x 32 x 1, needs at least 2 frames");
  }

  @Test
  void anErrorInsideABranchSaysWhichOne() {
    Residual residual = new Residual(Chain.of(Conv.plane(4, THREE, THREE), new Dense(3)));
    assertThatThrownBy(() -> new Network(Shape.of(4, 8, 8), Chain.of(residual)))
        .hasMessageStartingWith("layer 0.body.1, dense 3: got 4 x 8 x 8");
    Residual uneven = new Residual(Chain.of(Conv.plane(5, THREE, THREE)));
    assertThatThrownBy(() -> new Network(Shape.of(4, 8, 8), Chain.of(uneven)))
        .hasMessageContaining("give 5 x 8 x 8 and 4 x 8 x 8");
  }

  @Test
  void groupsMustDivideTheChannels() {
    Conv conv = new Conv(6, List.of(THREE), 4, false);
    assertThatThrownBy(() -> new Network(Shape.of(8, 20), Chain.of(conv)))
        .hasMessageContaining("divide by 4 groups");
  }

  @Test
  void weightsAreNamedByTheLayersPlace() {
    Network network =
        new Network(
            Shape.of(4, 8, 8),
            Chain.of(
                new BatchNorm(),
                new Residual(Chain.of(Conv.plane(4, THREE, THREE))),
                new Parallel(List.of(Chain.NOTHING, Chain.of(new SqueezeExcite(2))))));
    assertThat(network.parameters())
        .extracting(Parameter::name)
        .containsExactly(
            "0.scale",
            "0.shift",
            "0.mean",
            "0.variance",
            "1.body.0.weight",
            "2.1.0.squeeze.weight",
            "2.1.0.squeeze.bias",
            "2.1.0.excite.weight",
            "2.1.0.excite.bias");
  }

  @Test
  void startingWeightsDependOnTheSeedAlone() {
    Network network = new Network(Shape.of(8), Chain.of(new Dense(4)));
    float[] first = Weights.initial(network, 1).get("0.weight").values();
    assertThat(Weights.initial(network, 1).get("0.weight").values()).isEqualTo(first);
    assertThat(Weights.initial(network, 2).get("0.weight").values()).isNotEqualTo(first);
    float bound = (float) Math.sqrt(1.0 / 8);
    for (float value : first) {
      assertThat(value).isBetween(-bound, bound);
    }
  }

  @Test
  void foreignWeightsAreRefusedByName() {
    Network network = new Network(Shape.of(8), Chain.of(new Dense(4)));
    Weights missing = new Weights(Map.of());
    assertThatThrownBy(() -> missing.check(network))
        .hasMessageContaining("'0.weight' must be 4 x 8");
    Weight one = new Weight(new float[1], Shape.of(1));
    Weights more = Weights.initial(network, 1).with("9.weight", one);
    assertThatThrownBy(() -> more.check(network)).hasMessageContaining("[9.weight]");
  }
}
