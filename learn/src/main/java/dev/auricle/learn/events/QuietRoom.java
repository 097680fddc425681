package dev.auricle.learn.events;

import java.util.Random;

/** What is heard where nothing is: digital silence, or a room's noise. */
final class QuietRoom {
  /** So many are digital silence. */
  private static final double DIGITAL_SHARE = 0.25;

  /** Noise in dB of full scale, up to a room that is not so quiet. */
  private static final double QUIETEST_DB = -100;

  private static final double LOUDEST_DB = -45;

  /** A room's noise is duller than white, the dullest a rumble. */
  private static final double DULLEST = 0.93;

  /** From 10 ms to 10 ms its level wanders, by 1.4 dB as a rule. */
  private static final double WANDER_DB = 0.2;

  private static final double WANDER_POLE = 0.99;

  private QuietRoom() {}

  static float[] sound(int length, int rate, Random random) {
    float[] quiet = new float[length];
    if (random.nextDouble() < DIGITAL_SHARE) {
      return quiet;
    }
    double level = Math.pow(10, random.nextDouble(QUIETEST_DB, LOUDEST_DB) / 20);
    double pole = 1 - Math.pow(random.nextDouble(1 - DULLEST, 1), 2);
    // A one-pole low pass passes on this share of white noise's deviation.
    double scale = Math.sqrt(1 - pole * pole);
    double state = random.nextGaussian();
    double wander = 0;
    for (int i = 0; i < length; i++) {
      if (i % (rate / 100) == 0) {
        wander = WANDER_POLE * wander + WANDER_DB * random.nextGaussian();
      }
      quiet[i] = (float) (level * Math.pow(10, wander / 20) * state);
      state = pole * state + scale * random.nextGaussian();
    }
    return quiet;
  }
}
