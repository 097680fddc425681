package dev.auricle.signal;

/**
 * Weights that fade a frame's ends before its Fourier transform.
 *
 * <p>The periodic form, one period of the cosine sum without its last sample, is the one for
 * spectra (librosa, {@code scipy.signal.get_window}, {@code torch.hann_window}); the symmetric form
 * ends in its first value and is the one for filters.
 */
public enum Window {
  HANN(0.5, 0.5, 0),
  /** With 0.54 and 0.46, as SciPy. */
  HAMMING(0.54, 0.46, 0),
  /** With 0.42, 0.5 and 0.08, as SciPy. */
  BLACKMAN(0.42, 0.5, 0.08),
  RECTANGULAR(1, 0, 0);

  private final double a0;
  private final double a1;
  private final double a2;

  Window(double a0, double a1, double a2) {
    this.a0 = a0;
    this.a1 = a1;
    this.a2 = a2;
  }

  /** The periodic window: {@code float[length]}. */
  public double[] periodic(int length) {
    return cosineSum(length, length);
  }

  /** The symmetric window: {@code float[length]}, first and last value equal. */
  public double[] symmetric(int length) {
    return cosineSum(length, Math.max(1, length - 1));
  }

  private double[] cosineSum(int length, int period) {
    double[] window = new double[length];
    for (int i = 0; i < length; i++) {
      double angle = 2 * Math.PI * i / period;
      window[i] = a0 - a1 * Math.cos(angle) + a2 * Math.cos(2 * angle);
    }
    if (length == 1) {
      window[0] = 1;
    }
    return window;
  }
}
