package dev.auricle.signal;

/** A complex discrete Fourier transform, in place and unscaled. Holds working memory. */
interface ComplexFft {
  /**
   * Replaces {@code x[n]} by {@code sum x[n] exp(-2 pi i k n / N)}.
   *
   * @param re real parts
   * @param im imaginary parts
   */
  void transform(double[] re, double[] im);

  /** The quickest transform of a plan's inner length. */
  static ComplexFft of(FftPlan plan) {
    return plan.factors() ? new StockhamFft(plan) : new BluesteinFft(plan.inner);
  }
}
