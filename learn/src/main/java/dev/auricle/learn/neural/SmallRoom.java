package dev.auricle.learn.neural;

import java.util.SplittableRandom;

/**
 * A small room after Schroeder (1962): four feedback combs whose delays stand for pairs of walls,
 * beside the direct sound.
 *
 * @param delays of the combs, in samples
 * @param feedbacks of the combs
 * @param share of the room's sound, against the direct sound
 */
@SuppressWarnings("ArrayRecordComponent")
record SmallRoom(int[] delays, float[] feedbacks, float share) {
  private static final int WALLS = 4;

  /**
   * Draws a room.
   *
   * @param seconds in which its sound falls by 60 dB
   */
  static SmallRoom draw(int sampleRate, double seconds, SplittableRandom random) {
    int[] delays = new int[WALLS];
    float[] feedbacks = new float[WALLS];
    for (int w = 0; w < WALLS; w++) {
      double delay = 0.004 + 0.026 * random.nextDouble(); // 1.4 m to 10 m of sound's way
      delays[w] = Math.max(1, (int) (delay * sampleRate));
      feedbacks[w] = (float) Math.pow(10, -3 * delay / seconds);
    }
    return new SmallRoom(delays, feedbacks, (float) (0.1 + 0.4 * random.nextDouble()));
  }

  /** Adds the room's sound in place. */
  void apply(float[] samples) {
    float[] dry = samples.clone();
    for (int w = 0; w < delays.length; w++) {
      int delay = delays[w];
      float[] comb = new float[samples.length];
      for (int i = delay; i < samples.length; i++) {
        comb[i] = dry[i - delay] + feedbacks[w] * comb[i - delay];
        samples[i] += share / delays.length * comb[i];
      }
    }
  }
}
