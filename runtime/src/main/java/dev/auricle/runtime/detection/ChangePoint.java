package dev.auricle.runtime.detection;

import dev.auricle.signal.Matrix;
import dev.auricle.signal.MelFilterBank;
import dev.auricle.signal.MelSpectrogram;
import dev.auricle.signal.Mfcc;
import dev.auricle.signal.Stft;

/**
 * Where in a stretch of sound its character changes most: the split whose two sides are best told
 * by two Gaussians of their cepstra rather than by one. (Chen and Gopalakrishnan, "Speaker,
 * environment and channel change detection and clustering via the Bayesian information criterion",
 * 1998; the criterion's penalty is the same for every split and left out.)
 */
final class ChangePoint {
  private static final int COEFFICIENTS = 13;
  private static final int BANDS = 26;
  private static final double FRAME_SECONDS = 0.025;
  private static final double HOP_SECONDS = 0.01;

  /** Fewest frames on a side: a covariance of 13 coefficients needs some more than 13. */
  private static final int FEWEST = 20;

  /** Frames between the places that are tried first; then those around the best are. */
  private static final int COARSE = 5;

  /** Added to variances (dB squared): digital silence has none. */
  private static final double FLOOR = 0.1;

  private final Mfcc mfcc;
  private final int hop;

  ChangePoint(int sampleRate) {
    int length = Integer.highestOneBit(Math.max(16, (int) (FRAME_SECONDS * sampleRate)) * 2 - 1);
    this.hop = Math.max(1, (int) Math.round(HOP_SECONDS * sampleRate));
    this.mfcc =
        Mfcc.of(
            MelSpectrogram.ofPower(
                Stft.of(length, hop), MelFilterBank.slaney(sampleRate, length, BANDS).filters()),
            COEFFICIENTS);
  }

  /**
   * The best place to split.
   *
   * @param x the sound
   * @param from first place that may be chosen
   * @param to last place that may be chosen
   * @param expected where the change was thought to be
   * @param spread how far off, in samples, that thought usually is (one standard deviation)
   * @return a place in {@code [from, to]}; {@code expected} where the sound is too short to tell
   */
  int locate(float[] x, int from, int to, int expected, double spread) {
    if (x.length < 2 * FEWEST * hop || to < from) {
      return expected;
    }
    double[][] frames = frames(mfcc.compute(x));
    // Frame t is centred on sample t * hop: splitting before it cuts half a hop earlier.
    int first = Math.max(FEWEST, (from + hop / 2 + hop - 1) / hop);
    int last = Math.min(frames.length - FEWEST, (to + hop / 2) / hop);
    if (first > last) {
      return expected;
    }
    int coarse = best(frames, first, last, COARSE, expected, spread);
    int fine =
        best(
            frames,
            Math.max(first, coarse - COARSE),
            Math.min(last, coarse + COARSE),
            1,
            expected,
            spread);
    return fine * hop - hop / 2;
  }

  /** The best of every {@code step}th frame to split before, from {@code first} to {@code last}. */
  private int best(double[][] frames, int first, int last, int step, int expected, double spread) {
    Gaussian left = new Gaussian(COEFFICIENTS, FLOOR);
    Gaussian right = new Gaussian(COEFFICIENTS, FLOOR);
    for (int t = 0; t < frames.length; t++) {
      (t < first ? left : right).add(frames[t]);
    }
    int best = first;
    double most = Double.NEGATIVE_INFINITY;
    for (int t = first; t <= last; t++) {
      if ((t - first) % step == 0) {
        double off = (t * hop - hop / 2 - expected) / spread;
        double gain = -left.cost() - right.cost() - off * off;
        if (gain > most) {
          most = gain;
          best = t;
        }
      }
      left.add(frames[t]);
      right.remove(frames[t]);
    }
    return best;
  }

  private static double[][] frames(Matrix cepstra) {
    double[][] frames = new double[cepstra.columns()][COEFFICIENTS];
    for (int t = 0; t < frames.length; t++) {
      for (int i = 0; i < COEFFICIENTS; i++) {
        frames[t][i] = cepstra.get(i, t);
      }
    }
    return frames;
  }
}
