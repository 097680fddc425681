package dev.auricle.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tables of a real Fourier transform of one length: immutable, shared by all who transform.
 *
 * <p>An even length is transformed as a complex signal of half the length; {@link #cos} and {@link
 * #sin} unfold its spectrum.
 */
final class FftPlan {
  private static final int[] RADICES = {4, 2, 3, 5};
  private static final int KEPT = 32;
  private static final ConcurrentHashMap<Integer, FftPlan> CACHE = new ConcurrentHashMap<>();

  /** Samples in a frame. */
  final int length;

  /** Values in the complex transform: half the length where that is even. */
  final int inner;

  /** Radix of each pass; empty where the length has a prime factor above 5. */
  final int[] radices;

  /**
   * Of each pass: cosine and sine of -2 pi p j / n for p below n / radix, j from 1 to radix - 1.
   */
  final double[][] twiddles;

  /** Cosine of 2 pi k / length, for k below {@link #inner}. */
  final double[] cos;

  /** Sine of 2 pi k / length. */
  final double[] sin;

  private FftPlan(int length) {
    this.length = length;
    this.inner = length % 2 == 0 ? length / 2 : length;
    this.radices = factors(inner);
    this.twiddles = new double[radices.length][];
    int n = inner;
    for (int pass = 0; pass < radices.length; pass++) {
      twiddles[pass] = twiddles(n, radices[pass]);
      n /= radices[pass];
    }
    this.cos = new double[inner];
    this.sin = new double[inner];
    for (int k = 0; k < inner; k++) {
      cos[k] = Math.cos(2 * Math.PI * k / length);
      sin[k] = Math.sin(2 * Math.PI * k / length);
    }
  }

  static FftPlan of(int length) {
    if (CACHE.size() >= KEPT) {
      CACHE.clear();
    }
    return CACHE.computeIfAbsent(length, FftPlan::new);
  }

  /** Whether {@link StockhamFft} can do it. */
  boolean factors() {
    return inner == 1 || radices.length > 0;
  }

  private static int[] factors(int n) {
    List<Integer> found = new ArrayList<>();
    int rest = n;
    for (int radix : RADICES) {
      while (rest % radix == 0) {
        found.add(radix);
        rest /= radix;
      }
    }
    return rest == 1 ? found.stream().mapToInt(Integer::intValue).toArray() : new int[0];
  }

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
}
