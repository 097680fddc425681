package dev.auricle.signal;

import java.util.Arrays;

/**
 * The tempo of a sound, as {@code librosa.feature.tempo}: the period at which the onset strength is
 * most like itself over windows of eight seconds, with a preference for 120 beats a minute (Ellis,
 * "Beat tracking by dynamic programming", 2007). The same bin as librosa 0.11's.
 */
public final class Tempo {
  private static final double WINDOW_SECONDS = 8;
  private static final double PREFERRED_BPM = 120;
  private static final double HIGHEST_BPM = 320;

  private Tempo() {}

  /** Beats a minute, from transforms of 2048 with a hop of 512. Throws as {@link Stft#complex}. */
  public static double estimate(float[] x, int sampleRate) {
    Stft stft = Stft.of(2048, 512);
    return estimate(Onset.strength(x, sampleRate, stft), sampleRate, stft.hop());
  }

  /**
   * Beats a minute of an onset strength envelope.
   *
   * @param onsets {@code float[frames]}, at least one
   */
  public static double estimate(float[] onsets, int sampleRate, int hop) {
    int window = (int) (WINDOW_SECONDS * sampleRate) / hop;
    double[] likeness = likeness(onsets, window);
    double best = Double.NEGATIVE_INFINITY;
    int bestLag = 0;
    for (int lag = 1; lag < window; lag++) {
      double bpm = bpm(lag, sampleRate, hop);
      if (bpm < HIGHEST_BPM) {
        double octaves = (Math.log(bpm) - Math.log(PREFERRED_BPM)) / Math.log(2);
        double score = Math.log1p(1e6 * likeness[lag]) - 0.5 * octaves * octaves;
        if (score > best) {
          best = score;
          bestLag = lag;
        }
      }
    }
    if (bestLag == 0) {
      throw new IllegalArgumentException(
          "a hop of " + hop + " at " + sampleRate + " Hz is too coarse to find a tempo");
    }
    return bpm(bestLag, sampleRate, hop);
  }

  private static double bpm(int lag, int sampleRate, int hop) {
    return 60.0 * sampleRate / ((double) hop * lag);
  }

  /**
   * The mean over all frames of the windowed autocorrelation, each divided by its value at lag 0.
   * By the Wiener-Khinchin theorem that is one inverse transform of the mean power spectrum.
   */
  private static double[] likeness(float[] onsets, int window) {
    float[] padded = ramps(onsets, window / 2);
    double[] weights = Window.HANN.periodic(window);
    int length = Integer.highestOneBit(2 * window) * 2;
    RealFft fft = new RealFft(FftPlan.of(length));
    double[] frame = new double[length];
    double[] re = new double[fft.bins()];
    double[] im = new double[fft.bins()];
    double[] sum = new double[fft.bins()];
    for (int t = 0; t < onsets.length; t++) {
      double energy = 0;
      for (int n = 0; n < window; n++) {
        frame[n] = weights[n] * padded[t + n];
        energy += frame[n] * frame[n];
      }
      fft.forward(frame, re, im);
      double scale = energy < Float.MIN_NORMAL ? 1 : 1 / energy;
      for (int bin = 0; bin < sum.length; bin++) {
        sum[bin] += scale * (re[bin] * re[bin] + im[bin] * im[bin]);
      }
    }
    for (int bin = 0; bin < sum.length; bin++) {
      re[bin] = sum[bin] / onsets.length;
      im[bin] = 0;
    }
    fft.inverse(re, im, frame);
    return Arrays.copyOf(frame, window);
  }

  /** The envelope, rising from and falling to zero along a straight line at both ends. */
  private static float[] ramps(float[] onsets, int width) {
    float[] padded = new float[onsets.length + 2 * width + 1];
    System.arraycopy(onsets, 0, padded, width, onsets.length);
    int end = width + onsets.length;
    for (int i = 0; i < width; i++) {
      padded[i] = onsets[0] * i / width;
      padded[end + width - 1 - i] = onsets[onsets.length - 1] * i / width;
    }
    return padded;
  }
}
