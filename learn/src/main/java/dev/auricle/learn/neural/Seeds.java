package dev.auricle.learn.neural;

import java.util.SplittableRandom;

/** Generators for every use, all from one seed, without order mattering. */
final class Seeds {
  private Seeds() {}

  /** A generator of its own for a use of the seed, such as an epoch and a clip. */
  static SplittableRandom random(long seed, long... use) {
    return new SplittableRandom(mix(seed, use));
  }

  /** SplitMix64's mixing (Steele et al. 2014) over the seed and each number of the use. */
  static long mix(long seed, long... use) {
    long mixed = finish(seed);
    for (long part : use) {
      mixed = finish(mixed ^ (part + 0x9e3779b97f4a7c15L));
    }
    return mixed;
  }

  private static long finish(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
