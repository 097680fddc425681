package dev.auricle.network.published;

import dev.auricle.network.Layer;
import dev.auricle.network.Shape;
import dev.auricle.network.Weight;
import dev.auricle.network.Weights;
import java.util.List;

/**
 * {@code mobilenet-v1} for pictures in one colour and of any size, such as spectrograms: a grey
 * picture has the same value in red, green and blue, so the first convolution's kernels of the
 * three colours become one, their sum.
 */
public final class GreyMobileNet {
  /** Name of the published network whose weights it takes. */
  public static final String NETWORK = "mobilenet-v1";

  private static final String FIRST = "0.weight";

  private GreyMobileNet() {}

  /**
   * The layers that make the embedding; their positions are those of the published network's.
   *
   * @param bands height of the picture {@code [1, bands, frames]}
   * @param frames its width
   */
  public static List<Layer> layers(int bands, int frames) {
    return MobileNet.grey(bands, frames);
  }

  /** The published weights with the first layer's colours added up. */
  public static Weights add(Weights colours) {
    Weight first = colours.get(FIRST);
    int out = first.shape().axis(0);
    int inside = first.shape().axis(1);
    int kernel = first.shape().size() / out / inside;
    float[] sums = new float[out * kernel];
    for (int i = 0; i < first.values().length; i++) {
      int channel = i / (inside * kernel);
      sums[channel * kernel + i % kernel] += first.values()[i];
    }
    Shape shape = Shape.of(out, 1, first.shape().axis(2), first.shape().axis(3));
    return colours.with(FIRST, new Weight(sums, shape));
  }
}
