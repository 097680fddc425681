package dev.auricle.signal;

import java.util.Random;

/** Sounds that tests make up. */
final class Sounds {
  private Sounds() {}

  /** White Gaussian noise. */
  static float[] noise(int length, double deviation, long seed) {
    Random random = new Random(seed);
    float[] x = new float[length];
    for (int i = 0; i < length; i++) {
      x[i] = (float) (deviation * random.nextGaussian());
    }
    return x;
  }

  /** A sine. */
  static float[] sine(int length, double hz, int sampleRate, double amplitude) {
    float[] x = new float[length];
    for (int i = 0; i < length; i++) {
      x[i] = (float) (amplitude * Math.sin(2 * Math.PI * hz * i / sampleRate));
    }
    return x;
  }
}
