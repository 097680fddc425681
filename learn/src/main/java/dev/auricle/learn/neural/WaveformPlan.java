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
import dev.auricle.network.Parameter;
import dev.auricle.network.Pool;
import dev.auricle.network.Shape;
import dev.auricle.network.Standardize;
import dev.auricle.network.Weight;
import dev.auricle.network.Weights;
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
 * @param begin what the filters are before training
 * @param filterLayers 2 where a second layer turns the filters' swing into strength, else 1
 * @param framePool positions of the filters whose maximum makes a frame
 * @param compressed whether frames are compressed as levels are heard, by {@link
 *     Nonlinearity#MU_LAW}
 * @param blocks 2-D, behind
 * @param pooling what is kept of each channel at the end
 * @param dropout before the dense layer
 */
record WaveformPlan(
    int filters,
    List<Integer> lengths,
    int stride,
    Begin begin,
    int filterLayers,
    int framePool,
    boolean compressed,
    PlaneBlocks blocks,
    GlobalPool.Kind pooling,
    double dropout)
    implements NetworkPlan {

  /** What filters are before training. */
  enum Begin {
    /** Anything. */
    RANDOM,
    /** Windowed cosines, as many to each octave (Brown 1991); training goes on from there. */
    CONSTANT_Q
  }

  private static final double HIGHEST = 0.45;

  static WaveformPlan from(Settings model) {
    return new WaveformPlan(
        model.integer("filters", 32, 1, 1024),
        model.integers("lengths", List.of(9, 33, 129), 1, 8192),
        model.integer("stride", 8, 1, 1024),
        model.choice("begin", Begin.RANDOM),
        model.integer("filter-layers", 2, 1, 2),
        model.integer("frame-pool", 20, 1, 4096),
        model.flag("compressed", false),
        PlaneBlocks.from(model, List.of(32, 64, 128, 128)),
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
    if (compressed) {
      layers.add(new Activate(Nonlinearity.MU_LAW));
      layers.add(new BatchNorm());
    }
    layers.add(new AddChannel());
    int frames = new Network(input, new Chain(layers)).output().axis(2);
    blocks.add(layers, filters * lengths.size(), frames);
    layers.add(GlobalPool.of(pooling));
    layers.add(new Dropout(dropout));
    layers.add(new Dense(labels));
    return new Network(input, new Chain(layers));
  }

  /** Filters of one length, and where asked for a second layer over what they give. */
  private Chain filterBank(int length) {
    Window first = new Window(length, stride, 1, length / 2, length / 2 - (1 - length % 2));
    List<Layer> layers = new ArrayList<>();
    for (Window window : List.of(first, Window.centred(5, 1)).subList(0, filterLayers)) {
      layers.add(Conv.frames(filters, window));
      layers.add(new BatchNorm());
      layers.add(new Activate(Nonlinearity.RELU));
    }
    return new Chain(layers);
  }

  @Override
  public Weights start(Network network, long seed) {
    Weights start = Weights.initial(network, seed);
    if (begin == Begin.RANDOM) {
      return start;
    }
    for (Parameter parameter : network.parameters()) {
      Shape shape = parameter.shape();
      if (shape.rank() == 3 && shape.axis(1) == 1) {
        start = start.with(parameter.name(), new Weight(cosines(shape.axis(2)), shape));
      }
    }
    return start;
  }

  /**
   * Cosines under Hann windows from two in a filter up to 0.45 to a sample, evenly on a logarithmic
   * scale; windows are as long as tells neighbours apart, two swings at least, where they find
   * room.
   */
  private float[] cosines(int length) {
    double lowest = Math.min(HIGHEST, 2.0 / length);
    double step = Math.pow(HIGHEST / lowest, 1.0 / Math.max(1, filters - 1));
    float[] all = new float[filters * length];
    for (int f = 0; f < filters; f++) {
      double frequency = lowest * Math.pow(step, f);
      double width = Math.min(length, 2 / (frequency * Math.min(1, step - 1)));
      double energy = 0;
      double[] filter = new double[length];
      for (int i = 0; i < length; i++) {
        double at = i - (length - 1) / 2.0;
        double window = Math.abs(at) < width / 2 ? 1 + Math.cos(2 * Math.PI * at / width) : 0;
        filter[i] = window * Math.cos(2 * Math.PI * frequency * at);
        energy += filter[i] * filter[i];
      }
      for (int i = 0; i < length; i++) {
        all[f * length + i] = (float) (filter[i] / Math.sqrt(energy));
      }
    }
    return all;
  }
}
