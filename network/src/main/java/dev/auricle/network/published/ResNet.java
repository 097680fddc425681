package dev.auricle.network.published;

import dev.auricle.network.Activate;
import dev.auricle.network.BatchNorm;
import dev.auricle.network.Conv;
import dev.auricle.network.GlobalPool;
import dev.auricle.network.Nonlinearity;
import dev.auricle.network.Pool;
import dev.auricle.network.Shape;
import dev.auricle.network.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * ResNet-18 with torchvision's names. (He et al., "Deep residual learning for image recognition",
 * 2016; {@code torchvision/models/resnet.py}.)
 */
final class ResNet {
  private static final int[] CHANNELS = {64, 128, 256, 512};
  private static final int BLOCKS = 2;
  private static final int IMAGE = 224;
  private static final int COLOURS = 3;
  private static final int LABELS = 1000;
  private static final Activate RELU = new Activate(Nonlinearity.RELU);

  private ResNet() {}

  /** For pictures of 224 x 224 in red, green and blue, standardised as torchvision does. */
  static PublishedNetwork network(String name) {
    Drawing drawing = new Drawing();
    drawing.conv(square(CHANNELS[0], 7, 2), "conv1").norm(new BatchNorm(), "bn1").add(RELU);
    Window pool = Window.centred(3, 2);
    drawing.add(new Pool(Pool.Kind.MAX, List.of(pool, pool)));
    int input = CHANNELS[0];
    List<Integer> levels = new ArrayList<>();
    for (int stage = 0; stage < CHANNELS.length; stage++) {
      for (int i = 0; i < BLOCKS; i++) {
        int stride = stage > 0 && i == 0 ? 2 : 1;
        String module = "layer" + (stage + 1) + "." + i + ".";
        block(drawing, module, CHANNELS[stage], stride, input != CHANNELS[stage]);
        input = CHANNELS[stage];
        levels.add(drawing.size());
      }
    }
    drawing.add(GlobalPool.of(GlobalPool.Kind.AVERAGE));
    int embedding = drawing.size();
    drawing.dense(LABELS, "fc");
    Blueprint blueprint = drawing.blueprint(Shape.of(COLOURS, IMAGE, IMAGE));
    return new PublishedNetwork(name, blueprint, embedding, levels, PublishedNetwork.Kind.IMAGE);
  }

  private static void block(
      Drawing drawing, String module, int channels, int stride, boolean changes) {
    Drawing body =
        new Drawing()
            .conv(square(channels, 3, stride), module + "conv1")
            .norm(new BatchNorm(), module + "bn1")
            .add(RELU)
            .conv(square(channels, 3, 1), module + "conv2")
            .norm(new BatchNorm(), module + "bn2");
    Drawing shortcut = new Drawing();
    if (changes) {
      shortcut
          .conv(square(channels, 1, stride), module + "downsample.0")
          .norm(new BatchNorm(), module + "downsample.1");
    }
    drawing.residual(body, shortcut).add(RELU);
  }

  private static Conv square(int channels, int size, int stride) {
    Window window = Window.centred(size, stride);
    return Conv.plane(channels, window, window);
  }
}
