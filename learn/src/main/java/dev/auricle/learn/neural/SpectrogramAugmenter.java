package dev.auricle.learn.neural;

import dev.auricle.network.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Varies spectrograms in dB, {@code [bands, frames]}, before they are standardised. Everything
 * drawn comes from the clip's own generator, so a clip's variation does not depend on the others'.
 * Not thread-safe: it reuses its buffers.
 */
final class SpectrogramAugmenter implements Augmenter {
  private static final int CORNERS = 4;
  private static final double NOISE_TILT_DB = 15;

  private final Augmentation settings;
  private final int bands;
  private final int frames;
  private final float[] means;
  private final float[] frameAt;
  private final float[] bandAt;
  private final float[] offsets;
  private final float[] sums = PowerSum.table();

  /**
   * @param means of each band over the training clips: what masks are filled with
   */
  SpectrogramAugmenter(Augmentation settings, Shape shape, float[] means) {
    this.settings = settings;
    bands = shape.axis(0);
    frames = shape.axis(1);
    this.means = means;
    frameAt = new float[frames];
    bandAt = new float[bands];
    offsets = new float[bands];
  }

  /** Writes a variation of a clip into {@code out}, from {@code start} on. */
  @Override
  public void apply(float[] clip, float[] out, int start, SplittableRandom random) {
    drawFrames(random);
    drawBands(random);
    interpolate(clip, out, start);
    boolean noisy = random.nextDouble() < settings.noise();
    if (noisy) {
      addNoise(out, start, random);
    }
    drawOffsets(random);
    for (int b = 0; b < bands; b++) {
      for (int k = start + b * frames; k < start + (b + 1) * frames; k++) {
        out[k] += offsets[b];
      }
    }
    mask(out, start, random);
  }

  /** Where each frame comes from. */
  private void drawFrames(SplittableRandom random) {
    double pace = 1 + settings.stretch() * (2 * random.nextDouble() - 1);
    double shift = settings.shift() * frames * (2 * random.nextDouble() - 1);
    int roll = (int) Math.round(settings.roll() * frames * (2 * random.nextDouble() - 1));
    double middle = (frames - 1) / 2.0;
    double warped = middle + settings.timeWarp() * frames * (2 * random.nextDouble() - 1);
    for (int t = 0; t < frames; t++) {
      int rolled = Math.floorMod(t + roll, frames);
      double at = middle + (bent(rolled, middle, warped) - middle) * pace + shift;
      frameAt[t] = (float) Math.max(0, Math.min(frames - 1, at));
    }
  }

  /** A broken line through both ends that takes the middle to another place. */
  private double bent(int frame, double middle, double warped) {
    return frame <= middle
        ? frame * warped / Math.max(middle, 1e-9)
        : warped + (frame - middle) * (frames - 1 - warped) / Math.max(frames - 1 - middle, 1e-9);
  }

  /** Where each band comes from. */
  private void drawBands(SplittableRandom random) {
    double factor = 1 + settings.warp() * (2 * random.nextDouble() - 1);
    double shift = settings.bandShift() * bands * (2 * random.nextDouble() - 1);
    for (int b = 0; b < bands; b++) {
      bandAt[b] = (float) Math.max(0, Math.min(bands - 1, b * factor + shift));
    }
  }

  private void interpolate(float[] clip, float[] out, int start) {
    for (int b = 0; b < bands; b++) {
      int low = (int) bandAt[b];
      int high = Math.min(bands - 1, low + 1);
      float upper = bandAt[b] - low;
      for (int t = 0; t < frames; t++) {
        int left = (int) frameAt[t];
        int right = Math.min(frames - 1, left + 1);
        float later = frameAt[t] - left;
        float below = mix(clip[low * frames + left], clip[low * frames + right], later);
        float above = mix(clip[high * frames + left], clip[high * frames + right], later);
        out[start + b * frames + t] = mix(below, above, upper);
      }
    }
  }

  private static float mix(float a, float b, float share) {
    return a + (b - a) * share;
  }

  /** Adds a tilted noise in power, each value with its own exponentially distributed power. */
  private void addNoise(float[] out, int start, SplittableRandom random) {
    int size = bands * frames;
    float peak = Float.NEGATIVE_INFINITY;
    for (int k = start; k < start + size; k++) {
      peak = Math.max(peak, out[k]);
    }
    double below =
        settings.noiseLeast()
            + (settings.noiseMost() - settings.noiseLeast()) * random.nextDouble();
    double tilt = NOISE_TILT_DB * (2 * random.nextDouble() - 1);
    for (int b = 0; b < bands; b++) {
      float level = (float) (peak - below + tilt * (b / (double) bands - 0.5));
      for (int k = start + b * frames; k < start + (b + 1) * frames; k++) {
        out[k] = PowerSum.add(sums, out[k], level + PowerSum.fluctuation(sums, random.nextInt()));
      }
    }
  }

  /** Gain, tilt and equaliser, together one offset a band. */
  private void drawOffsets(SplittableRandom random) {
    double gain = settings.gainDb() * (2 * random.nextDouble() - 1);
    double tilt = settings.tiltDb() * (2 * random.nextDouble() - 1);
    double[] corners = new double[CORNERS];
    for (int c = 0; c < CORNERS; c++) {
      corners[c] = settings.filterDb() * (2 * random.nextDouble() - 1);
    }
    for (int b = 0; b < bands; b++) {
      double place = bands == 1 ? 0 : b / (double) (bands - 1);
      double at = place * (CORNERS - 1);
      int corner = Math.min(CORNERS - 2, (int) at);
      double filter = corners[corner] + (corners[corner + 1] - corners[corner]) * (at - corner);
      offsets[b] = (float) (gain + tilt * (place - 0.5) + filter);
    }
  }

  private void mask(float[] out, int start, SplittableRandom random) {
    for (int m = 0; m < settings.bandMasks(); m++) {
      int width = (int) (random.nextDouble() * (settings.bandWidth() * bands + 1));
      int first = (int) (random.nextDouble() * (bands - Math.min(bands, width) + 1));
      for (int b = first; b < Math.min(bands, first + width); b++) {
        Arrays.fill(out, start + b * frames, start + (b + 1) * frames, means[b]);
      }
    }
    for (int m = 0; m < settings.frameMasks(); m++) {
      int width = (int) (random.nextDouble() * (settings.frameWidth() * frames + 1));
      int first = (int) (random.nextDouble() * (frames - Math.min(frames, width) + 1));
      for (int b = 0; b < bands; b++) {
        int row = start + b * frames;
        Arrays.fill(out, row + first, row + Math.min(frames, first + width), means[b]);
      }
    }
  }
}
