package dev.auricle.learn.neural;

import java.util.SplittableRandom;

/** Varies one clip's features. */
@FunctionalInterface
interface Augmenter {
  /**
   * Writes a variation of a clip into {@code out}, from {@code start} on; leaves the clip as it is.
   */
  void apply(float[] clip, float[] out, int start, SplittableRandom random);

  /** The clip as it is. */
  Augmenter NONE = (clip, out, start, random) -> System.arraycopy(clip, 0, out, start, clip.length);

  /** This, then Gaussian noise of that many of each band's or column's deviations. */
  default Augmenter thenJitter(double deviations, Clips.Scaling scaling) {
    if (deviations == 0) {
      return this;
    }
    float[] scale = scaling.scale().values();
    return (clip, out, start, random) -> {
      apply(clip, out, start, random);
      int each = clip.length / scale.length;
      for (int k = 0; k < clip.length; k++) {
        out[start + k] += (float) (deviations * random.nextGaussian() / scale[k / each]);
      }
    };
  }
}
