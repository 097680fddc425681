package dev.auricle.network.published;

import dev.auricle.network.Activate;
import dev.auricle.network.AddChannel;
import dev.auricle.network.BatchNorm;
import dev.auricle.network.Conv;
import dev.auricle.network.Dropout;
import dev.auricle.network.GlobalPool;
import dev.auricle.network.Nonlinearity;
import dev.auricle.network.Shape;
import dev.auricle.network.SqueezeExcite;
import dev.auricle.network.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * EfficientAT's networks: MobileNetV3-Large on log-mels of 128 bands, at several widths. (Schmid,
 * Koutini and Widmer, "Efficient large-scale audio tagging via Transformer-to-CNN knowledge
 * distillation", 2023; the layers are those of {@code models/mn/model.py} of its authors. Howard et
 * al., "Searching for MobileNetV3", 2019.)
 */
final class EfficientAt {
  private static final int BANDS = 128;
  private static final BatchNorm NORM = new BatchNorm(1e-3, 0.01);
  private static final int FIRST = 16;
  private static final int LAST = 1280;
  private static final int WIDENED = 6;
  private static final double DROPOUT = 0.2;

  /**
   * A block, before its channels are scaled by the width.
   *
   * @param kernel size of the depthwise kernel in both directions
   * @param expanded channels inside
   * @param channels of its output
   * @param squeeze whether it weighs its channels
   * @param function its activation
   */
  private record Block(
      int kernel, int expanded, int channels, boolean squeeze, Nonlinearity function, int stride) {}

  private static final Nonlinearity RE = Nonlinearity.RELU;
  private static final Nonlinearity HS = Nonlinearity.HARD_SWISH;

  private static final List<Block> BLOCKS =
      List.of(
          new Block(3, 16, 16, false, RE, 1),
          new Block(3, 64, 24, false, RE, 2),
          new Block(3, 72, 24, false, RE, 1),
          new Block(5, 72, 40, true, RE, 2),
          new Block(5, 120, 40, true, RE, 1),
          new Block(5, 120, 40, true, RE, 1),
          new Block(3, 240, 80, false, HS, 2),
          new Block(3, 200, 80, false, HS, 1),
          new Block(3, 184, 80, false, HS, 1),
          new Block(3, 184, 80, false, HS, 1),
          new Block(3, 480, 112, true, HS, 1),
          new Block(3, 672, 112, true, HS, 1),
          new Block(5, 672, 160, true, HS, 2),
          new Block(5, 960, 160, true, HS, 1),
          new Block(5, 960, 160, true, HS, 1));

  private final double width;

  private EfficientAt(double width) {
    this.width = width;
  }

  /**
   * The network of a width.
   *
   * @param width factor of the channels: 0.4 for {@code mn04}
   * @param labels it scores: 527 as published
   * @param frames of its input, {@code [128, frames]}; its weights fit any number
   */
  static PublishedNetwork network(String name, double width, int labels, int frames) {
    return new EfficientAt(width).draw(name, labels, frames);
  }

  private PublishedNetwork draw(String name, int labels, int frames) {
    Drawing drawing = new Drawing().add(new AddChannel());
    Window start = Window.centred(3, 2);
    int channels = scaled(FIRST);
    List<Integer> levels = new ArrayList<>();
    convolve(drawing, Conv.plane(channels, start, start), "features.0", HS);
    for (int i = 0; i < BLOCKS.size(); i++) {
      Block block = BLOCKS.get(i);
      Drawing body = block(block, channels, "features." + (i + 1) + ".block.");
      boolean around = block.stride() == 1 && channels == scaled(block.channels());
      if (around) {
        drawing.residual(body, new Drawing());
      } else {
        drawing.append(body);
      }
      channels = scaled(block.channels());
      levels.add(drawing.size());
    }
    String end = "features." + (BLOCKS.size() + 1);
    convolve(drawing, pointwise(WIDENED * channels), end, HS);
    drawing.add(GlobalPool.of(GlobalPool.Kind.AVERAGE));
    int embedding = drawing.size();
    levels.add(embedding);
    drawing.dense(scaled(LAST), "classifier.2").add(new Activate(HS));
    levels.add(drawing.size());
    drawing.add(new Dropout(DROPOUT)).dense(labels, "classifier.5");
    Blueprint blueprint = drawing.blueprint(Shape.of(BANDS, frames));
    return new PublishedNetwork(name, blueprint, embedding, levels, PublishedNetwork.Kind.MN);
  }

  /** Widens, convolves each channel by itself, weighs the channels, and narrows. */
  private Drawing block(Block block, int input, String module) {
    Drawing body = new Drawing();
    int expanded = scaled(block.expanded());
    int part = 0;
    if (expanded != input) {
      convolve(body, pointwise(expanded), module + part++, block.function());
    }
    Window window = Window.centred(block.kernel(), block.stride());
    convolve(body, Conv.depthwise(window, window), module + part++, block.function());
    if (block.squeeze()) {
      int hidden = divisible(expanded / 4.0);
      body.squeeze(new SqueezeExcite(hidden), module + part++ + ".conc_se_layers.0");
    }
    body.conv(pointwise(scaled(block.channels())), module + part + ".0");
    return body.norm(NORM, module + part + ".1");
  }

  private static void convolve(Drawing drawing, Conv conv, String module, Nonlinearity function) {
    drawing.conv(conv, module + ".0").norm(NORM, module + ".1").add(new Activate(function));
  }

  private static Conv pointwise(int channels) {
    return Conv.plane(channels, Window.valid(1, 1), Window.valid(1, 1));
  }

  private int scaled(int channels) {
    return divisible(channels * width);
  }

  /** The nearest multiple of 8 that is not more than a tenth below, as MobileNets round. */
  private static int divisible(double channels) {
    int rounded = Math.max(8, (int) (channels + 4) / 8 * 8);
    return rounded < 0.9 * channels ? rounded + 8 : rounded;
  }
}
