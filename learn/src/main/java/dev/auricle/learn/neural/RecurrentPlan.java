package dev.auricle.learn.neural;

import dev.auricle.learn.training.Settings;
import dev.auricle.network.Activate;
import dev.auricle.network.AddChannel;
import dev.auricle.network.AttentionPool;
import dev.auricle.network.Chain;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recurrent layers over frames, alone or behind convolutions; then frames are pooled, and dense
 * layers end it.
 *
 * @param blocks convolutions before; null for none
 * @param framesTogether frames averaged before the first recurrent layer, which shortens its way
 * @param cell of the recurrent layers
 * @param hidden values a step hands on, for each layer
 * @param bidirectional whether frames are read backwards too
 * @param pooling of frames at the end
 * @param dense widths of the hidden dense layers behind the pooling
 * @param dropout behind each hidden layer
 */
record RecurrentPlan(
    @Nullable PlaneBlocks blocks,
    int framesTogether,
    Recurrent.Cell cell,
    List<Integer> hidden,
    boolean bidirectional,
    FramePooling pooling,
    List<Integer> dense,
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
    return from(model, null);
  }

  /** Convolutions before. */
  static RecurrentPlan convolutional(Settings model) {
    int framePools = model.integer("frame-pools", 2, 0, 16);
    return from(model, PlaneBlocks.from(model, List.of(32, 64, 128), framePools));
  }

  private static RecurrentPlan from(Settings model, @Nullable PlaneBlocks blocks) {
    return new RecurrentPlan(
        blocks,
        model.integer("frames-together", 1, 1, 64),
        model.choice("cell", Recurrent.Cell.LSTM),
        model.integers("hidden", List.of(96), 1, 4096),
        model.flag("bidirectional", true),
        model.choice("pooling", FramePooling.ATTENTION),
        model.integers("dense", List.of(), 1, 4096),
        model.number("dropout", 0.3, 0, 0.95));
  }

  @Override
  public Network network(Shape input, int labels) {
    Spectrograms.require(input, "recurrent network");
    List<Layer> layers = new ArrayList<>();
    layers.add(new Standardize(Standardize.Per.FIRST_AXIS));
    int frames = input.axis(1);
    if (blocks != null) {
      layers.add(new AddChannel());
      frames = blocks.add(layers, input.axis(0), frames);
      layers.add(new StackBands());
    }
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
    for (int width : dense) {
      layers.add(new Dense(width));
      layers.add(new Activate(Nonlinearity.RELU));
      layers.add(new Dropout(dropout));
    }
    layers.add(new Dense(labels));
    return new Network(input, new Chain(layers));
  }
}
