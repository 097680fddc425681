package dev.auricle.network.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.network.Chain;
import dev.auricle.network.Network;
import dev.auricle.network.OnnxWriter;
import dev.auricle.network.Shape;
import dev.auricle.network.Weights;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Property: a grey picture gives the embedding that the same picture in three equal colours has.
 */
class GreyMobileNetTest {
  private static final int SIDE = 224;

  @Test
  void oneColourIsAsGoodAsThreeEqualOnes() {
    Network colours = PublishedNetworks.named(GreyMobileNet.NETWORK).body();
    Weights weights = Weights.initial(colours, 4);
    Network grey =
        new Network(Shape.of(1, SIDE, SIDE), new Chain(GreyMobileNet.layers(SIDE, SIDE)));
    Weights added = GreyMobileNet.add(weights);
    added.check(grey);
    float[] picture = new float[SIDE * SIDE];
    Random random = new Random(6);
    for (int i = 0; i < picture.length; i++) {
      picture[i] = 2 * random.nextFloat() - 1;
    }
    float[] three = new float[3 * picture.length];
    for (int i = 0; i < three.length; i++) {
      three[i] = picture[i % picture.length];
    }
    float[] expected =
        Graphs.run(graph(colours, weights), "probabilities", three, 1, 3, SIDE, SIDE);
    float[] found = Graphs.run(graph(grey, added), "probabilities", picture, 1, 1, SIDE, SIDE);
    assertThat(expected).hasSize(1024);
    float most = 0;
    for (float value : expected) {
      most = Math.max(most, value);
    }
    // Untrained layers let values fade, so the tolerance goes by what is left.
    assertThat(most).isPositive();
    assertThat(found).containsExactly(expected, within(1e-4f * most));
  }

  @Test
  void anySizeGivesAnEmbedding() {
    for (int frames : new int[] {11, 87, 431}) {
      Network grey =
          new Network(Shape.of(1, 128, frames), new Chain(GreyMobileNet.layers(128, frames)));
      assertThat(grey.output()).isEqualTo(Shape.of(1024));
    }
  }

  private static byte[] graph(Network network, Weights weights) {
    return OnnxWriter.write(network, weights, OnnxWriter.Ending.NONE);
  }
}
