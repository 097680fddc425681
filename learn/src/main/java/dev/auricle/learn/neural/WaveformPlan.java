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
import dev.auricle.network.Parallel;
import dev.auricle.network.Pool;
import dev.auricle.network.Shape;
import dev.auricle.network.Standardize;
import dev.auricle.network.Window;
import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.List;

/**
 * A convolutional network on raw samples: filters of several lengths learn a spectrogram of their
 * own, and 2-D convolutions read it as an image (after EnvNet, Tokozume and Harada 2017).
 *
 * @param filters channels of each filter length
 * @param lengths of the filters, in samples
 * @param stride of the filters, in samples
 * @param framePool positions of the filters whose maximum makes a frame
 * @param channels of the 2-D blocks behind
 * @param depth convolutions in a block
 * @param pooling what is kept of each channel at the end
 * @param dropout before the dense layer
 */
record WaveformPlan(
    int filters,
    List<Integer> lengths,
    int stride,
    int framePool,
    List<Integer> channels,
    int depth,
    GlobalPool.Kind pooling,
    double dropout)
    implements NetworkPlan {

  static WaveformPlan from(Settings model) {
    return new WaveformPlan(
        model.integer("filters", 32, 1, 1024),
        model.integers("lengths", List.of(9, 33, 129), 1, 8192),
        model.integer("stride", 8, 1, 1024),
        model.integer("frame-pool", 20, 1, 4096),
        model.integers("channels", List.of(32, 64, 128, 128), 1, 4096),
        model.integer("depth", 1, 1, 8),
        model.choice("pooling", GlobalPool.Kind.BOTH),
        model.number("dropout", 0.3, 0, 0.95));
  }

  @Override
  public Network network(Shape input, int labels) {
    if (input.rank() != 1) {
      throw new AuricleException(
          "a waveform network reads samples, as the front-end waveform gives; found features of "
              + input);
    }
    List<Layer> layers = new ArrayList<>();
    layers.add(new Standardize(Standardize.Per.INPUT));
    layers.add(new AddChannel());
    layers.add(new Parallel(lengths.stream().map(this::filterBank).toList()));
    layers.add(Pool.max(framePool));
    layers.add(new AddChannel());
    int bands = filters * lengths.size();
    int frames = new Network(input, new Chain(layers)).output().axis(2);
    for (int width : channels) {
      for (int i = 0; i < depth; i++) {
        layers.add(Conv.plane(width, Window.centred(3, 1), Window.centred(3, 1)));
        if (i == depth - 1) {
          layers.add(Pool.max(Math.min(2, bands), Math.min(2, frames)));
        }
        layers.add(new BatchNorm());
        layers.add(new Activate(Nonlinearity.RELU));
      }
      bands = Math.max(1, bands / 2);
      frames = Math.max(1, frames / 2);
    }
    layers.add(GlobalPool.of(pooling));
    layers.add(new Dropout(dropout));
    layers.add(new Dense(labels));
    return new Network(input, new Chain(layers));
  }

  /** Filters of one length, and a second layer that turns their swing into strength. */
  private Chain filterBank(int length) {
    Window window = new Window(length, stride, 1, length / 2, length / 2 - (1 - length % 2));
    return Chain.of(
        Conv.frames(filters, window),
        new BatchNorm(),
        new Activate(Nonlinearity.RELU),
        Conv.frames(filters, Window.centred(5, 1)),
        new BatchNorm(),
        new Activate(Nonlinearity.RELU));
  }
}
