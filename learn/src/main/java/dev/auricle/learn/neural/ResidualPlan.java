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
import dev.auricle.network.Residual;
import dev.auricle.network.Shape;
import dev.auricle.network.SqueezeExcite;
import dev.auricle.network.Standardize;
import dev.auricle.network.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * A residual network on spectrograms (He et al. 2016): a convolution, then stages of
 * two-convolution blocks. Each stage but the first halves bands and frames, in its shortcut by
 * averaging.
 *
 * @param channels of each stage
 * @param blocks in each stage
 * @param stemPool bands and frames that the stem's maximum takes together; 1 for none
 * @param activation behind each convolution
 * @param squeeze channels for each value inside squeeze-excite; 0 for none
 * @param pooling what is kept of each channel at the end
 * @param dropout before the dense layer
 */
record ResidualPlan(
    List<Integer> channels,
    int blocks,
    int stemPool,
    Nonlinearity activation,
    int squeeze,
    GlobalPool.Kind pooling,
    double dropout)
    implements NetworkPlan {

  static ResidualPlan from(Settings model) {
    return new ResidualPlan(
        model.integers("channels", List.of(32, 64, 128, 256), 1, 4096),
        model.integer("blocks", 2, 1, 16),
        model.integer("stem-pool", 2, 1, 8),
        model.choice("activation", Nonlinearity.RELU),
        model.integer("squeeze", 0, 0, 256),
        model.choice("pooling", GlobalPool.Kind.AVERAGE),
        model.number("dropout", 0.2, 0, 0.95));
  }

  @Override
  public Network network(Shape input, int labels) {
    Spectrograms.require(input, "residual network");
    List<Layer> layers = new ArrayList<>();
    layers.add(new Standardize(Standardize.Per.FIRST_AXIS));
    layers.add(new AddChannel());
    layers.add(Conv.plane(channels.get(0), Window.centred(3, 1), Window.centred(3, 1)));
    int bands = input.axis(0);
    int frames = input.axis(1);
    if (stemPool > 1) {
      layers.add(Pool.max(Math.min(stemPool, bands), Math.min(stemPool, frames)));
      bands /= Math.min(stemPool, bands);
      frames /= Math.min(stemPool, frames);
    }
    layers.add(new BatchNorm());
    layers.add(new Activate(activation));
    for (int stage = 0; stage < channels.size(); stage++) {
      int width = channels.get(stage);
      for (int block = 0; block < blocks; block++) {
        boolean halve = stage > 0 && block == 0;
        boolean same = !halve && (block > 0 || stage == 0);
        int bandStride = halve && bands > 1 ? 2 : 1;
        int frameStride = halve && frames > 1 ? 2 : 1;
        layers.add(
            new Residual(
                body(width, bandStride, frameStride),
                same ? Chain.NOTHING : shortcut(width, bands, frames, bandStride, frameStride)));
        layers.add(new Activate(activation));
        bands = (bands + bandStride - 1) / bandStride;
        frames = (frames + frameStride - 1) / frameStride;
      }
    }
    layers.add(GlobalPool.of(pooling));
    layers.add(new Dropout(dropout));
    layers.add(new Dense(labels));
    return new Network(input, new Chain(layers));
  }

  private Chain body(int width, int bandStride, int frameStride) {
    List<Layer> layers = new ArrayList<>();
    layers.add(Conv.plane(width, Window.centred(3, bandStride), Window.centred(3, frameStride)));
    layers.add(new BatchNorm());
    layers.add(new Activate(activation));
    layers.add(Conv.plane(width, Window.centred(3, 1), Window.centred(3, 1)));
    layers.add(new BatchNorm());
    if (squeeze > 0) {
      layers.add(new SqueezeExcite(Math.max(1, width / squeeze)));
    }
    return new Chain(layers);
  }

  /** Strides of a convolution of size 1, so that an odd last band or frame stays too. */
  private static Chain shortcut(int width, int bands, int frames, int bandStride, int frameStride) {
    boolean even = bands % bandStride == 0 && frames % frameStride == 0;
    boolean pools = bandStride * frameStride > 1 && even;
    List<Layer> layers = new ArrayList<>();
    if (pools) {
      layers.add(Pool.average(bandStride, frameStride));
    }
    layers.add(
        Conv.plane(
            width,
            Window.valid(1, pools ? 1 : bandStride),
            Window.valid(1, pools ? 1 : frameStride)));
    layers.add(new BatchNorm());
    return new Chain(layers);
  }
}
