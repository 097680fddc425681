package dev.auricle.signal;

/** A complex discrete Fourier transform, in place and unscaled. */
interface ComplexFft {
  /**
   * Replaces {@code x[n]} by {@code sum x[n] exp(-2 pi i k n / N)}.
   *
   * @param re real parts
   * @param im imaginary parts
   */
  void transform(double[] re, double[] im);

  /** The quickest transform of that length. */
  static ComplexFft of(int length) {
    return StockhamFft.supports(length) ? new StockhamFft(length) : new BluesteinFft(length);
  }
}
