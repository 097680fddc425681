package dev.auricle.learn.neural;

import dev.auricle.learn.training.Settings;
import dev.auricle.network.AddChannel;
import dev.auricle.network.Chain;
import dev.auricle.network.Dense;
import dev.auricle.network.Dropout;
import dev.auricle.network.GlobalPool;
import dev.auricle.network.Layer;
import dev.auricle.network.Network;
import dev.auricle.network.Shape;
import dev.auricle.network.Standardize;
import java.util.ArrayList;
import java.util.List;

/**
 * A convolutional network on spectrograms: blocks of convolutions, then pooling over all that is
 * left and one dense layer.
 *
 * @param pooling what is kept of each channel at the end
 * @param dropout before the dense layer
 */
record CnnPlan(PlaneBlocks blocks, GlobalPool.Kind pooling, double dropout) implements NetworkPlan {

  static CnnPlan from(Settings model) {
    return new CnnPlan(
        PlaneBlocks.from(model, List.of(16, 32, 64, 128)),
        model.choice("pooling", GlobalPool.Kind.BOTH),
        model.number("dropout", 0.3, 0, 0.95));
  }

  @Override
  public Network network(Shape input, int labels) {
    Spectrograms.require(input, "cnn");
    List<Layer> layers = new ArrayList<>();
    layers.add(new Standardize(Standardize.Per.FIRST_AXIS));
    layers.add(new AddChannel());
    blocks.add(layers, input.axis(0), input.axis(1));
    layers.add(GlobalPool.of(pooling));
    layers.add(new Dropout(dropout));
    layers.add(new Dense(labels));
    return new Network(input, new Chain(layers));
  }
}
