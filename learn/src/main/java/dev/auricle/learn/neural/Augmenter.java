package dev.auricle.learn.neural;

import java.util.SplittableRandom;

/** Varies one clip's features. */
@FunctionalInterface
interface Augmenter {
  /**
   * Writes a variation of a clip into {@code out}, from {@code start} on; leaves the clip as it is.
   */
  void apply(float[] clip, float[] out, int start, SplittableRandom random);

  /** Adds Gaussian noise of that many deviations of each column; 0 leaves clips as they are. */
  static Augmenter jitter(double deviations, Clips.Scaling scaling) {
    return (clip, out, start, random) -> {
      System.arraycopy(clip, 0, out, start, clip.length);
      if (deviations > 0) {
        float[] scale = scaling.scale().values();
        for (int k = 0; k < clip.length; k++) {
          out[start + k] += (float) (deviations * random.nextGaussian() / scale[k]);
        }
      }
    };
  }
}
