package dev.auricle.signal;

/**
 * Stockham's self-sorting transform, radix 4 with 2, 3 and 5 where the length needs them.
 * (Swarztrauber, "FFT algorithms for vector computers", Parallel Computing 1, 1984.)
 */
final class StockhamFft implements ComplexFft {
  private final FftPlan plan;
  private final double[] workRe;
  private final double[] workIm;

  StockhamFft(FftPlan plan) {
    this.plan = plan;
    this.workRe = new double[plan.inner];
    this.workIm = new double[plan.inner];
  }

  @Override
  public void transform(double[] re, double[] im) {
    double[] xr = re;
    double[] xi = im;
    double[] yr = workRe;
    double[] yi = workIm;
    int stride = 1;
    int n = plan.inner;
    for (int pass = 0; pass < plan.radices.length; pass++) {
      int radix = plan.radices[pass];
      int m = n / radix;
      double[] twiddles = plan.twiddles[pass];
      switch (radix) {
        case 4 -> {
          if (stride == 1) {
            Butterflies.firstRadix4(xr, xi, yr, yi, m, twiddles);
          } else {
            Butterflies.radix4(xr, xi, yr, yi, m, stride, twiddles);
          }
        }
        case 2 -> Butterflies.radix2(xr, xi, yr, yi, m, stride, twiddles);
        case 3 -> Butterflies.radix3(xr, xi, yr, yi, m, stride, twiddles);
        default -> Butterflies.radix5(xr, xi, yr, yi, m, stride, twiddles);
      }
      double[] swap = xr;
      xr = yr;
      yr = swap;
      swap = xi;
      xi = yi;
      yi = swap;
      stride *= radix;
      n = m;
    }
    if (xr != re) {
      System.arraycopy(xr, 0, re, 0, plan.inner);
      System.arraycopy(xi, 0, im, 0, plan.inner);
    }
  }
}
