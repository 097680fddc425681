package dev.auricle.bench;

import java.util.Random;

/** Sounds to measure by: neither silence nor hiss. */
final class BenchSounds {
  private static final double[] PITCHES = {110, 165, 220, 277.2, 330, 440, 554.4, 660};

  private BenchSounds() {}

  /** Two chords a second, of four harmonic tones that fade, over some noise. */
  static float[] chords(int seconds, int sampleRate) {
    Random random = new Random(1);
    float[] x = new float[seconds * sampleRate];
    for (int i = 0; i < x.length; i++) {
      double t = i / (double) sampleRate;
      int chord = (int) (2 * t);
      double since = t - chord / 2.0;
      double sum = 0.01 * random.nextGaussian();
      for (int tone = 0; tone < 4; tone++) {
        double pitch = PITCHES[(chord * 3 + tone * 2) % PITCHES.length];
        for (int harmonic = 1; harmonic <= 6; harmonic++) {
          double fade = Math.exp(-2 * harmonic * since);
          sum += 0.08 / harmonic * fade * Math.sin(2 * Math.PI * harmonic * pitch * t);
        }
      }
      x[i] = (float) Math.max(-1, Math.min(1, sum));
    }
    return x;
  }
}
