package dev.auricle.learn.neural;

import dev.auricle.learn.training.Settings;
import dev.auricle.network.Activate;
import dev.auricle.network.BatchNorm;
import dev.auricle.network.Conv;
import dev.auricle.network.Layer;
import dev.auricle.network.Nonlinearity;
import dev.auricle.network.Pool;
import dev.auricle.network.Window;
import java.util.List;

/**
 * Blocks of convolution, maximum, batch normalisation and activation over bands and frames.
 *
 * @param channels of each block
 * @param depth convolutions in a block
 * @param kernel side of a convolution, odd
 * @param stem side of a first convolution that steps by two, in place of the first block's
 *     convolutions and maximum: quicker; 0 for none
 * @param framePools how many of the blocks halve the frames as well as the bands
 * @param activation behind each convolution
 */
record PlaneBlocks(
    List<Integer> channels,
    int depth,
    int kernel,
    int stem,
    int framePools,
    Nonlinearity activation) {

  /** Every block halves bands and frames. */
  static PlaneBlocks from(Settings model, List<Integer> channels) {
    return from(model, channels, Integer.MAX_VALUE);
  }

  /**
   * Reads them from a recipe.
   *
   * @param usual channels where the recipe names none
   */
  static PlaneBlocks from(Settings model, List<Integer> usual, int framePools) {
    int kernel = model.integer("kernel", 3, 1, 15);
    if (kernel % 2 == 0) {
      throw model.error("'model.kernel' is " + kernel + ", expected an odd number");
    }
    int stem = model.integer("stem", 0, 0, 31);
    if (stem > 0 && stem % 2 == 0) {
      throw model.error("'model.stem' is " + stem + ", expected 0 or an odd number");
    }
    return new PlaneBlocks(
        model.integers("channels", usual, 1, 4096),
        model.integer("depth", 1, 1, 8),
        kernel,
        stem,
        framePools,
        model.choice("activation", Nonlinearity.RELU));
  }

  /**
   * Adds the layers behind those that give {@code [channels, bands, frames]}.
   *
   * @return how many frames they leave
   */
  int add(List<Layer> layers, int bands, int frames) {
    int bandsLeft = bands;
    int framesLeft = frames;
    for (int block = 0; block < channels.size(); block++) {
      boolean halvesFrames = block < framePools;
      if (block == 0 && stem > 0) {
        Window frameStep = Window.centred(stem, halvesFrames ? 2 : 1);
        layers.add(Conv.plane(channels.get(0), Window.centred(stem, 2), frameStep));
        bandsLeft = (bandsLeft + 1) / 2;
        framesLeft = halvesFrames ? (framesLeft + 1) / 2 : framesLeft;
      } else {
        int bandPool = Math.min(2, bandsLeft);
        int framePool = halvesFrames ? Math.min(2, framesLeft) : 1;
        convolutions(layers, channels.get(block));
        // The maximum is taken first: three quarters of the values need no more work.
        layers.add(Pool.max(bandPool, framePool));
        bandsLeft /= bandPool;
        framesLeft /= framePool;
      }
      layers.add(new BatchNorm());
      layers.add(new Activate(activation));
    }
    return framesLeft;
  }

  /** All convolutions of a block; the last one's normalisation stands behind the maximum. */
  private void convolutions(List<Layer> layers, int width) {
    Window window = Window.centred(kernel, 1);
    for (int i = 0; i < depth; i++) {
      if (i > 0) {
        layers.add(new BatchNorm());
        layers.add(new Activate(activation));
      }
      layers.add(Conv.plane(width, window, window));
    }
  }
}
