package dev.auricle.learn.neural;

import dev.auricle.learn.training.Settings;
import dev.auricle.network.Activate;
import dev.auricle.network.AddChannel;
import dev.auricle.network.BatchNorm;
import dev.auricle.network.Chain;
import dev.auricle.network.Conv;
import dev.auricle.network.Dense;
import dev.auricle.network.Dropout;
import dev.auricle.network.GlobalPool;
import dev.auricle.network.Layer;
import dev.auricle.network.Network;
import dev.auricle.network.Nonlinearity;
import dev.auricle.network.Pool;
import dev.auricle.network.Shape;
import dev.auricle.network.Standardize;
import dev.auricle.network.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * A convolutional network on spectrograms: blocks of convolution, batch normalisation, activation
 * and max pooling, then pooling over all that is left and one dense layer.
 *
 * @param channels of each block
 * @param depth convolutions in a block
 * @param kernel side of a convolution, odd
 * @param stem side of a first convolution that steps by two, in place of the first block's
 *     convolutions and maximum: quicker; 0 for none
 * @param activation behind each convolution
 * @param pooling what is kept of each channel at the end
 * @param dropout before the dense layer
 */
record CnnPlan(
    List<Integer> channels,
    int depth,
    int kernel,
    int stem,
    Nonlinearity activation,
    GlobalPool.Kind pooling,
    double dropout)
    implements NetworkPlan {

  static CnnPlan from(Settings model) {
    int kernel = model.integer("kernel", 3, 1, 15);
    if (kernel % 2 == 0) {
      throw model.error("'model.kernel' is " + kernel + ", expected an odd number");
    }
    int stem = model.integer("stem", 0, 0, 31);
    if (stem > 0 && stem % 2 == 0) {
      throw model.error("'model.stem' is " + stem + ", expected 0 or an odd number");
    }
    return new CnnPlan(
        model.integers("channels", List.of(16, 32, 64, 128), 1, 4096),
        model.integer("depth", 1, 1, 8),
        kernel,
        stem,
        model.choice("activation", Nonlinearity.RELU),
        model.choice("pooling", GlobalPool.Kind.BOTH),
        model.number("dropout", 0.3, 0, 0.95));
  }

  @Override
  public Network network(Shape input, int labels) {
    Spectrograms.require(input, "cnn");
    List<Layer> layers = new ArrayList<>();
    layers.add(new Standardize(Standardize.Per.FIRST_AXIS));
    layers.add(new AddChannel());
    int bands = input.axis(0);
    int frames = input.axis(1);
    for (int block = 0; block < channels.size(); block++) {
      if (block == 0 && stem > 0) {
        Window step = Window.centred(stem, 2);
        layers.add(Conv.plane(channels.get(0), step, step));
        layers.add(new BatchNorm());
        layers.add(new Activate(activation));
        bands = (bands + 1) / 2;
        frames = (frames + 1) / 2;
      } else {
        block(layers, channels.get(block), Math.min(2, bands), Math.min(2, frames));
        bands = Math.max(1, bands / 2);
        frames = Math.max(1, frames / 2);
      }
    }
    layers.add(GlobalPool.of(pooling));
    layers.add(new Dropout(dropout));
    layers.add(new Dense(labels));
    return new Network(input, new Chain(layers));
  }

  private void block(List<Layer> layers, int width, int bandPool, int framePool) {
    Window window = Window.centred(kernel, 1);
    for (int i = 0; i < depth; i++) {
      layers.add(Conv.plane(width, window, window));
      if (i == depth - 1) {
        // The maximum is taken first: three quarters of the values need no more work.
        layers.add(Pool.max(bandPool, framePool));
      }
      layers.add(new BatchNorm());
      layers.add(new Activate(activation));
    }
  }
}
