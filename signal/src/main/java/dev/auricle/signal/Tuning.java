package dev.auricle.signal;

/**
 * How far a sound's pitches lie from equal temperament at A4 = 440 Hz, as {@code
 * librosa.estimate_tuning}: the commonest deviation of the spectral peaks that are at least as loud
 * as the median peak.
 */
public final class Tuning {
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
    Kernel kernel = Kernel.best(spectra.values().length);
    int lanes = kernel.lanes();
    SpectralPeaks peaks = new SpectralPeaks(spectra.rows(), sampleRate, kernel);
    float[] block = new float[spectra.rows() * lanes];
    for (int t = 0; t < spectra.columns(); t += lanes) {
      spectra.takeBlock(block, lanes, t);
      peaks.add(block, Math.min(lanes, spectra.columns() - t));
    }
    return fromPeaks(peaks);
  }

  /** The commonest deviation of the peaks that are at least as high as the median. */
  static double fromPeaks(SpectralPeaks peaks) {
    if (peaks.count() == 0) {
      return 0;
    }
    float median = Median.of(peaks.heights(), 0, peaks.count());
    int[] histogram = new int[STEPS];
    for (int i = 0; i < peaks.count(); i++) {
      if (peaks.heights()[i] >= median) {
        histogram[step(peaks.hz(i))]++;
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

  /** Lower edge of a step of the histogram. */
  private static double edge(int step) {
    return step * (1.0 / STEPS) - 0.5;
  }
}
