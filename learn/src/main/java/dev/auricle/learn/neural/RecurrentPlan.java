package dev.auricle.learn.neural;

import dev.auricle.learn.training.Settings;
import dev.auricle.network.Activate;
import dev.auricle.network.AddChannel;
import dev.auricle.network.AttentionPool;
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
import dev.auricle.network.Recurrent;
import dev.auricle.network.Shape;
import dev.auricle.network.StackBands;
import dev.auricle.network.Standardize;
import dev.auricle.network.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * Recurrent layers over frames, alone or behind convolutions; then frames are pooled, and one dense
 * layer ends it.
 *
 * @param channels of the convolutional blocks before; empty for none
 * @param framePools how many of these blocks halve the frames as well as the bands
 * @param framesTogether frames averaged before the first recurrent layer, which shortens its way
 * @param cell of the recurrent layers
 * @param hidden values a step hands on, for each layer
 * @param bidirectional whether frames are read backwards too
 * @param pooling of frames at the end
 * @param dropout behind each recurrent layer
 */
record RecurrentPlan(
    List<Integer> channels,
    int framePools,
    int framesTogether,
    Recurrent.Cell cell,
    List<Integer> hidden,
    boolean bidirectional,
    FramePooling pooling,
    double dropout)
    implements NetworkPlan {

  /** How frames become one vector. */
  enum FramePooling {
    AVERAGE,
    MAX,
    BOTH,
    ATTENTION
  }

  /** Recurrent layers alone. */
  static RecurrentPlan recurrent(Settings model) {
    return from(model, List.of(), 0);
  }

  /** Convolutions before. */
  static RecurrentPlan convolutional(Settings model) {
    return from(
        model,
        model.integers("channels", List.of(32, 64, 128), 1, 4096),
        model.integer("frame-pools", 2, 0, 16));
  }

  private static RecurrentPlan from(Settings model, List<Integer> channels, int framePools) {
    return new RecurrentPlan(
        channels,
        framePools,
        model.integer("frames-together", 1, 1, 64),
        model.choice("cell", Recurrent.Cell.LSTM),
        model.integers("hidden", List.of(96), 1, 4096),
        model.flag("bidirectional", true),
        model.choice("pooling", FramePooling.ATTENTION),
        model.number("dropout", 0.3, 0, 0.95));
  }

  @Override
  public Network network(Shape input, int labels) {
    Spectrograms.require(input, "recurrent network");
    List<Layer> layers = new ArrayList<>();
    layers.add(new Standardize(Standardize.Per.FIRST_AXIS));
    int frames = channels.isEmpty() ? input.axis(1) : convolutions(layers, input);
    if (framesTogether > 1) {
      layers.add(Pool.average(Math.min(framesTogether, frames)));
    }
    for (int width : hidden) {
      layers.add(new Recurrent(cell, width, bidirectional));
      layers.add(new Dropout(dropout));
    }
    layers.add(
        switch (pooling) {
          case AVERAGE -> GlobalPool.of(GlobalPool.Kind.AVERAGE);
          case MAX -> GlobalPool.of(GlobalPool.Kind.MAX);
          case BOTH -> GlobalPool.of(GlobalPool.Kind.BOTH);
          case ATTENTION -> new AttentionPool();
        });
    layers.add(new Dense(labels));
    return new Network(input, new Chain(layers));
  }

  /** Adds the blocks and says how many frames they leave. */
  private int convolutions(List<Layer> layers, Shape input) {
    layers.add(new AddChannel());
    int bands = input.axis(0);
    int frames = input.axis(1);
    for (int i = 0; i < channels.size(); i++) {
      layers.add(Conv.plane(channels.get(i), Window.centred(3, 1), Window.centred(3, 1)));
      int framePool = i < framePools ? Math.min(2, frames) : 1;
      int bandPool = Math.min(2, bands);
      layers.add(Pool.max(bandPool, framePool));
      layers.add(new BatchNorm());
      layers.add(new Activate(Nonlinearity.RELU));
      bands /= bandPool;
      frames /= framePool;
    }
    layers.add(new StackBands());
    return frames;
  }
}
