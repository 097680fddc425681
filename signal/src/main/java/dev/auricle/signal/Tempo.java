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
    return estimate(onsets, sampleRate, hop, Kernel.best(onsets.length * 256));
  }

  static double estimate(float[] onsets, int sampleRate, int hop, Kernel kernel) {
    int window = (int) (WINDOW_SECONDS * sampleRate) / hop;
    double[] likeness = likeness(onsets, window, kernel);
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
  private static double[] likeness(float[] onsets, int window, Kernel kernel) {
    int length = Integer.highestOneBit(2 * window) * 2;
    int margin = (length - window) / 2;
    int lanes = kernel.lanes();
    // The window stands in the middle of the transform, which the power spectrum cannot tell.
    Stft stft = Stft.of(length, 1).withWindowLength(window).withCentred(false);
    Frames frames = new Frames(stft, ramps(onsets, window / 2, margin), kernel);
    BlockFft fft = kernel.quickFft(frames);
    int bins = stft.bins();
    float[] power = new float[bins * lanes];
    float[] scales = new float[lanes];
    float[] mean = new float[lanes];
    float[] sums = new float[bins * ShapeKernel.SUMS];
    for (int t = 0; t < onsets.length; t += lanes) {
      int count = Math.min(lanes, onsets.length - t);
      fft.power(t, power);
      kernel.shapes().mean(power, bins, 0, mean);
      for (int lane = 0; lane < count; lane++) {
        // The autocorrelation at lag 0; bins 0 and length / 2 have no mirror image.
        float twice = 2 * bins * mean[lane] - power[lane] - power[(bins - 1) * lanes + lane];
        float energy = twice / length;
        scales[lane] = energy < Float.MIN_NORMAL ? 1 : 1 / energy;
      }
      Arrays.fill(scales, count, lanes, 0);
      kernel.shapes().addScaled(power, bins, scales, sums, t % ShapeKernel.SUMS);
    }
    double[] spectrum = new double[bins];
    for (int i = 0; i < sums.length; i++) {
      spectrum[i / ShapeKernel.SUMS] += sums[i];
    }
    double[] none = new double[bins];
    double[] likeness = new double[length];
    new RealFft(FftPlan.of(length)).inverse(spectrum, none, likeness);
    for (int lag = 0; lag < window; lag++) {
      likeness[lag] /= onsets.length;
    }
    return likeness;
  }

  /** The envelope, rising from and falling to zero along a straight line at both ends. */
  private static float[] ramps(float[] onsets, int width, int margin) {
    float[] padded = new float[onsets.length + 2 * (width + margin) + 1];
    int start = margin + width;
    System.arraycopy(onsets, 0, padded, start, onsets.length);
    int end = start + onsets.length;
    for (int i = 0; i < width; i++) {
      padded[margin + i] = onsets[0] * i / width;
      padded[end + width - 1 - i] = onsets[onsets.length - 1] * i / width;
    }
    return padded;
  }
}
