package dev.auricle.signal;

/**
 * Per-channel energy normalisation, as {@code librosa.pcen}: each band is divided by a power of its
 * own recent mean, then compressed by a root, which evens out loudness and stationary noise (Wang
 * and others, "Trainable frontend for robust and far-field keyword spotting", 2017). Agrees with
 * librosa 0.11 within 1e-4 of the largest value.
 *
 * @param gain power of the mean that is divided by (gain, alpha)
 * @param bias added before the root (bias, delta)
 * @param power the root (power, r); 0 takes the logarithm of 1 + the quotient
 * @param seconds time constant of the mean (time_constant)
 * @param floor added to the mean (eps)
 */
public record Pcen(double gain, double bias, double power, double seconds, double floor) {
  /** librosa's defaults. */
  public static final Pcen DEFAULT = new Pcen(0.98, 2, 0.5, 0.4, 1e-6);

  public Pcen {
    if (!(gain >= 0 && bias >= 0 && power >= 0 && seconds > 0 && floor > 0)) {
      throw new IllegalArgumentException(
          "gain, bias and power must not be negative, seconds and floor must be positive; found "
              + gain
              + ", "
              + bias
              + ", "
              + power
              + ", "
              + seconds
              + ", "
              + floor);
    }
  }

  /**
   * Normalises a spectrogram. librosa's advice holds: of samples in [-1, 1], multiply the mel
   * spectrogram by 2^31 first.
   *
   * @param spectrogram bands x frames, not negative, usually of magnitudes
   * @param sampleRate in Hz
   * @param hop samples from one frame to the next
   * @return bands x frames
   */
  public Matrix compute(Matrix spectrogram, int sampleRate, int hop) {
    double frames = seconds * sampleRate / hop;
    double share = (Math.sqrt(1 + 4 * frames * frames) - 1) / (2 * frames * frames);
    Matrix out = Matrix.zeros(spectrogram.rows(), spectrogram.columns());
    for (int band = 0; band < spectrogram.rows(); band++) {
      // The mean starts as that of an endless stretch of ones, as SciPy's lfilter_zi has it.
      double mean = 1;
      for (int t = 0; t < spectrogram.columns(); t++) {
        int at = band * spectrogram.columns() + t;
        double value = spectrogram.values()[at];
        mean = share * value + (1 - share) * mean;
        double scale = Math.exp(-gain * (Math.log(floor) + Math.log1p(mean / floor)));
        out.values()[at] = (float) compress(value, scale);
      }
    }
    return out;
  }

  private double compress(double value, double scale) {
    if (power == 0) {
      return Math.log1p(value * scale);
    }
    if (bias == 0) {
      return Math.pow(value * scale, power);
    }
    return Math.pow(bias, power) * Math.expm1(power * Math.log1p(value * scale / bias));
  }
}
