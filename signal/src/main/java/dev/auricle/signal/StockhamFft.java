package dev.auricle.signal;

import java.util.ArrayList;
import java.util.List;

/**
 * Stockham's self-sorting transform, radix 4 with 2, 3 and 5 where the length needs them.
 * (Swarztrauber, "FFT algorithms for vector computers", Parallel Computing 1, 1984.)
 */
final class StockhamFft implements ComplexFft {
  private static final int[] RADICES = {4, 2, 3, 5};
  private final int length;
  private final int[] radices;
  private final double[][] twiddles;
  private final double[] workRe;
  private final double[] workIm;

  StockhamFft(int length) {
    this.length = length;
    this.radices = factor(length);
    this.twiddles = new double[radices.length][];
    int n = length;
    for (int pass = 0; pass < radices.length; pass++) {
      twiddles[pass] = twiddles(n, radices[pass]);
      n /= radices[pass];
    }
    this.workRe = new double[length];
    this.workIm = new double[length];
  }

  static boolean supports(int length) {
    int rest = length;
    for (int radix : RADICES) {
      while (rest % radix == 0) {
        rest /= radix;
      }
    }
    return rest == 1;
  }

  private static int[] factor(int length) {
    List<Integer> found = new ArrayList<>();
    int rest = length;
    for (int radix : RADICES) {
      while (rest % radix == 0) {
        found.add(radix);
        rest /= radix;
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Of each p below n / radix: cosine and sine of -2 pi p j / n, for j from 1 to radix - 1. */
  private static double[] twiddles(int n, int radix) {
    int m = n / radix;
    double[] table = new double[m * (radix - 1) * 2];
    int at = 0;
    for (int p = 0; p < m; p++) {
      for (int j = 1; j < radix; j++) {
        table[at++] = Math.cos(2 * Math.PI * p * j / n);
        table[at++] = -Math.sin(2 * Math.PI * p * j / n);
      }
    }
    return table;
  }

  @Override
  public void transform(double[] re, double[] im) {
    double[] xr = re;
    double[] xi = im;
    double[] yr = workRe;
    double[] yi = workIm;
    int stride = 1;
    int n = length;
    for (int pass = 0; pass < radices.length; pass++) {
      int m = n / radices[pass];
      switch (radices[pass]) {
        case 4 -> Butterflies.radix4(xr, xi, yr, yi, m, stride, twiddles[pass]);
        case 2 -> Butterflies.radix2(xr, xi, yr, yi, m, stride, twiddles[pass]);
        case 3 -> Butterflies.radix3(xr, xi, yr, yi, m, stride, twiddles[pass]);
        default -> Butterflies.radix5(xr, xi, yr, yi, m, stride, twiddles[pass]);
      }
      double[] swap = xr;
      xr = yr;
      yr = swap;
      swap = xi;
      xi = yi;
      yi = swap;
      stride *= radices[pass];
      n = m;
    }
    if (xr != re) {
      System.arraycopy(xr, 0, re, 0, length);
      System.arraycopy(xi, 0, im, 0, length);
    }
  }
}
