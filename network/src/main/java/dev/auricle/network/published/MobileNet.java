package dev.auricle.network.published;

import dev.auricle.network.Activate;
import dev.auricle.network.Conv;
import dev.auricle.network.Dense;
import dev.auricle.network.GlobalPool;
import dev.auricle.network.Layer;
import dev.auricle.network.Nonlinearity;
import dev.auricle.network.Shape;
import dev.auricle.network.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * MobileNet v1 as TensorFlow's converter leaves it: batch normalisation lies inside the
 * convolutions, and activations are ReLU6. YAMNet is the same network on patches of log-mels.
 * (Howard et al., "MobileNets: Efficient convolutional neural networks for mobile vision
 * applications", 2017; Plakal and Ellis, {@code tensorflow/models/research/audioset/yamnet}.)
 */
final class MobileNet {
  private static final int FIRST = 32;

  /** Channels and stride of each depthwise and pointwise pair. */
  private static final int[][] PAIRS = {
    {64, 1}, {128, 2}, {128, 1}, {256, 2}, {256, 1}, {512, 2}, {512, 1}, {512, 1}, {512, 1},
    {512, 1}, {512, 1}, {1024, 2}, {1024, 1}
  };

  private static final int IMAGE = 224;
  private static final int COLOURS = 3;

  /** ImageNet's 1000 classes behind one for none of them. */
  private static final int IMAGE_LABELS = 1001;

  private static final int SOUND_LABELS = 521;

  private final Drawing drawing = new Drawing();
  private final List<Integer> levels = new ArrayList<>();
  private int height;
  private int width;
  private int step;

  private MobileNet(int height, int width, int firstStep) {
    this.height = height;
    this.width = width;
    this.step = firstStep;
  }

  /** For pictures of 224 x 224 in red, green and blue, each in [-1, 1]. */
  static PublishedNetwork image(String name) {
    MobileNet net = new MobileNet(IMAGE, IMAGE, 0);
    net.body();
    int embedding = net.drawing.size();
    net.drawing.add(
        new Dense(IMAGE_LABELS),
        new Source(new Place.Step(net.step, 1), Source.Order.POINTWISE),
        new Source(new Place.Step(net.step, 2), Source.Order.SAME));
    Blueprint blueprint = net.drawing.blueprint(Shape.of(COLOURS, IMAGE, IMAGE));
    return new PublishedNetwork(
        name, blueprint, embedding, net.levels, PublishedNetwork.Kind.IMAGE);
  }

  /**
   * The layers that make the embedding of a grey picture of any size, {@code [1, bands, frames]}.
   */
  static List<Layer> grey(int bands, int frames) {
    MobileNet net = new MobileNet(bands, frames, 0);
    net.body();
    return net.drawing.blueprint(Shape.of(1, bands, frames)).network().chain().layers();
  }

  /** For patches of log-mels, {@code [96, 64]}; the file's first dense layer makes mels. */
  static PublishedNetwork yamnet(String name) {
    MobileNet net = new MobileNet(Patches.FRAMES, Patches.BANDS, 1);
    net.body();
    int embedding = net.drawing.size();
    net.drawing.add(
        new Dense(SOUND_LABELS),
        new Source(new Place.Step(net.step, 1), Source.Order.SAME),
        new Source(new Place.Step(net.step, 2), Source.Order.SAME));
    Blueprint blueprint = net.drawing.blueprint(Shape.of(1, Patches.FRAMES, Patches.BANDS));
    return new PublishedNetwork(
        name, blueprint, embedding, net.levels, PublishedNetwork.Kind.YAMNET);
  }

  private void body() {
    convolve(FIRST, 3, 2, Source.Order.CHANNELS_LAST);
    for (int[] pair : PAIRS) {
      convolve(Conv.EACH, 3, pair[1], Source.Order.DEPTHWISE);
      convolve(pair[0], 1, 1, Source.Order.CHANNELS_LAST);
      levels.add(drawing.size());
    }
    drawing.add(GlobalPool.of(GlobalPool.Kind.AVERAGE));
  }

  private void convolve(int channels, int size, int stride, Source.Order order) {
    Window down = Window.same(size, stride, height);
    Window along = Window.same(size, stride, width);
    height = down.positions(height);
    width = along.positions(width);
    drawing.add(
        new Conv(channels, List.of(down, along), 1, true),
        new Source(new Place.Step(step, 1), order),
        new Source(new Place.Step(step, 2), Source.Order.SAME));
    drawing.add(new Activate(Nonlinearity.RELU6));
    step++;
  }
}
