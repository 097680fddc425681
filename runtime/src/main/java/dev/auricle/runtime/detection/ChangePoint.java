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

  /** Samples around a place that its sides need at least. */
  long margin() {
    return (long) FEWEST * hop;
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
    Matrix cepstra = mfcc.compute(x);
    int frames = cepstra.columns();
    Gaussian left = new Gaussian(COEFFICIENTS, FLOOR);
    Gaussian right = new Gaussian(COEFFICIENTS, FLOOR);
    double[] frame = new double[COEFFICIENTS];
    for (int t = 0; t < frames; t++) {
      right.add(column(cepstra, t, frame));
    }
    int best = expected;
    double most = Double.NEGATIVE_INFINITY;
    for (int t = 0; t < frames - FEWEST; t++) {
      // Frame t is centred on sample t * hop: splitting before it cuts half a hop earlier.
      int place = t * hop - hop / 2;
      if (t >= FEWEST && place >= from && place <= to) {
        double off = (place - expected) / spread;
        double gain = -left.cost() - right.cost() - off * off;
        if (gain > most) {
          most = gain;
          best = place;
        }
      }
      column(cepstra, t, frame);
      left.add(frame);
      right.remove(frame);
    }
    return best;
  }

  private static double[] column(Matrix cepstra, int t, double[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = cepstra.get(i, t);
    }
    return into;
  }
}
