package dev.auricle.learn.neural;

import java.util.SplittableRandom;

/** Varies one clip's features. */
@FunctionalInterface
interface Augmenter {
  /** As it is. */
  Augmenter NONE = (clip, out, start, random) -> System.arraycopy(clip, 0, out, start, clip.length);

  /**
   * Writes a variation of a clip into {@code out}, from {@code start} on; leaves the clip as it is.
   */
  void apply(float[] clip, float[] out, int start, SplittableRandom random);
}
