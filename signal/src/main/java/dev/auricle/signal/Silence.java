package dev.auricle.signal;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a sound is silent, as {@code librosa.effects.trim} and {@code split}: frames whose root
 * mean square lies more than a number of dB below the loudest frame's. Intervals equal librosa
 * 0.11's.
 */
public final class Silence {
  private Silence() {}

  /**
   * A stretch of a sound.
   *
   * @param start first sample
   * @param end sample after the last
   */
  public record Interval(int start, int end) {
    public int length() {
      return end - start;
    }
  }

  /**
   * The sound without the silence at its ends.
   *
   * @param topDb what lies more than this many dB below the loudest frame is silent
   * @return the interval to keep; empty where all is silent, everything where all is digital zero
   */
  public static Interval trim(float[] x, double topDb, int frameLength, int hop) {
    boolean[] loud = loud(x, topDb, frameLength, hop);
    int first = 0;
    while (first < loud.length && !loud[first]) {
      first++;
    }
    if (first == loud.length) {
      return new Interval(0, 0);
    }
    int last = loud.length - 1;
    while (!loud[last]) {
      last--;
    }
    return new Interval(first * hop, Math.min(x.length, (last + 1) * hop));
  }

  /** The stretches that are not silent, in order; parameters as for {@link #trim}. */
  public static List<Interval> split(float[] x, double topDb, int frameLength, int hop) {
    boolean[] loud = loud(x, topDb, frameLength, hop);
    List<Interval> stretches = new ArrayList<>();
    int start = -1;
    for (int t = 0; t <= loud.length; t++) {
      boolean now = t < loud.length && loud[t];
      if (now && start < 0) {
        start = t;
      } else if (!now && start >= 0) {
        stretches.add(new Interval(Math.min(x.length, start * hop), Math.min(x.length, t * hop)));
        start = -1;
      }
    }
    return stretches;
  }

  private static boolean[] loud(float[] x, double topDb, int frameLength, int hop) {
    float[] rms = Rms.compute(x, frameLength, hop);
    float loudest = 0;
    for (float value : rms) {
      loudest = Math.max(loudest, value);
    }
    float[] levels =
        Decibels.OF_AMPLITUDE
            .withReference(loudest)
            .withRange(Double.POSITIVE_INFINITY)
            .fromAmplitude(rms);
    boolean[] loud = new boolean[rms.length];
    for (int t = 0; t < loud.length; t++) {
      loud[t] = levels[t] > -topDb;
    }
    return loud;
  }
}
