package dev.auricle.signal;

import java.util.Arrays;

/**
 * How far a sound's pitches lie from equal temperament at A4 = 440 Hz, as {@code
 * librosa.estimate_tuning}: the commonest deviation of the spectral peaks that are at least as loud
 * as the median peak.
 */
public final class Tuning {
  private static final double MIN_HZ = 150;
  private static final double MAX_HZ = 4000;
  private static final float PEAK_THRESHOLD = 0.1f;
  private static final int STEPS = 100;

  private Tuning() {}

  /**
   * The tuning of a sound by librosa's defaults: magnitudes of transforms of 2048 with a hop of
   * 512.
   *
   * @return semitones in [-0.5, 0.5), in steps of 0.01; 0 where there are no peaks
   */
  public static double estimate(float[] x, int sampleRate) {
    return estimate(Stft.of(2048, 512).magnitude(x), sampleRate);
  }

  /**
   * The tuning of a spectrogram.
   *
   * @param spectra magnitudes or powers, bins x frames, of an even transform length
   * @return semitones in [-0.5, 0.5), in steps of 0.01; 0 where there are no peaks
   */
  public static double estimate(Matrix spectra, int sampleRate) {
    Peaks peaks = new Peaks(spectra.rows(), sampleRate);
    float[] spectrum = new float[spectra.rows()];
    for (int t = 0; t < spectra.columns(); t++) {
      for (int bin = 0; bin < spectrum.length; bin++) {
        spectrum[bin] = spectra.get(bin, t);
      }
      peaks.add(spectrum);
    }
    return peaks.tuning();
  }

  /** Spectral peaks, collected frame by frame ({@code librosa.piptrack}). */
  static final class Peaks {
    private final int bins;
    private final int from;
    private final int to;
    private final float hzPerBin;
    private float[] pitches = new float[1024];
    private float[] heights = new float[1024];
    private int count;

    Peaks(int bins, int sampleRate) {
      this.bins = bins;
      int length = 2 * (bins - 1);
      this.hzPerBin = (float) sampleRate / length;
      double maxHz = Math.min(MAX_HZ, sampleRate / 2.0);
      int first = 0;
      while (first < bins && (double) first * sampleRate / length < MIN_HZ) {
        first++;
      }
      int end = first;
      while (end < bins && (double) end * sampleRate / length < maxHz) {
        end++;
      }
      this.from = Math.max(1, first);
      this.to = Math.min(bins - 1, end);
    }

    void add(float[] spectrum) {
      float largest = 0;
      for (int bin = 0; bin < bins; bin++) {
        largest = Math.max(largest, spectrum[bin]);
      }
      float threshold = PEAK_THRESHOLD * largest;
      for (int bin = from; bin < to; bin++) {
        float left = above(spectrum[bin - 1], threshold);
        float here = above(spectrum[bin], threshold);
        float right = above(spectrum[bin + 1], threshold);
        if (here > left && here >= right) {
          addPeak(bin, spectrum[bin - 1], spectrum[bin], spectrum[bin + 1]);
        }
      }
    }

    private static float above(float value, float threshold) {
      return value > threshold ? value : 0;
    }

    /** Height and place of the parabola through a bin and its neighbours. */
    private void addPeak(int bin, float left, float here, float right) {
      float curvature = right + left - 2 * here;
      float slope = (right - left) / 2;
      float shift = Math.abs(slope) >= Math.abs(curvature) ? 0 : -slope / curvature;
      if (count == pitches.length) {
        pitches = Arrays.copyOf(pitches, 2 * count);
        heights = Arrays.copyOf(heights, 2 * count);
      }
      pitches[count] = (bin + shift) * hzPerBin;
      heights[count] = here + 0.5f * slope * shift;
      count++;
    }

    double tuning() {
      if (count == 0) {
        return 0;
      }
      float[] sorted = Arrays.copyOf(heights, count);
      Arrays.sort(sorted);
      float median =
          count % 2 == 1
              ? sorted[count / 2]
              : (float) (0.5 * ((double) sorted[count / 2 - 1] + sorted[count / 2]));
      int[] histogram = new int[STEPS];
      for (int i = 0; i < count; i++) {
        if (heights[i] >= median) {
          histogram[step(pitches[i])]++;
        }
      }
      int best = 0;
      for (int step = 1; step < STEPS; step++) {
        best = histogram[step] > histogram[best] ? step : best;
      }
      return edge(best);
    }

    private static int step(float pitch) {
      double semitones = 12 * (float) (Math.log(pitch / 27.5f) / Math.log(2));
      double residual = semitones - Math.floor(semitones);
      residual -= residual >= 0.5 ? 1 : 0;
      int step = Math.max(0, Math.min(STEPS - 1, (int) Math.floor((residual + 0.5) * STEPS)));
      if (residual < edge(step)) {
        step--;
      } else if (step + 1 < STEPS && residual >= edge(step + 1)) {
        step++;
      }
      return step;
    }

    private static double edge(int step) {
      return step * (1.0 / STEPS) - 0.5;
    }
  }
}
