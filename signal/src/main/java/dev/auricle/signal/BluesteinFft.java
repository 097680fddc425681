package dev.auricle.signal;

import java.util.Arrays;

/**
 * Bluestein's transform for lengths with large prime factors: a convolution with a chirp, carried
 * out in double precision at a power of two. ("A linear filtering approach to the computation of
 * discrete Fourier transform", IEEE Trans. Audio 18, 1970.)
 */
final class BluesteinFft implements ComplexFft {
  private final int length;
  private final int size;
  private final double[] chirpRe;
  private final double[] chirpIm;
  private final double[] filterRe;
  private final double[] filterIm;
  private final double[] cos;
  private final double[] sin;
  private final double[] re;
  private final double[] im;

  BluesteinFft(int length) {
    this.length = length;
    this.size = Integer.highestOneBit(2 * length) * 2;
    this.chirpRe = new double[length];
    this.chirpIm = new double[length];
    this.filterRe = new double[size];
    this.filterIm = new double[size];
    this.re = new double[size];
    this.im = new double[size];
    this.cos = new double[size / 2];
    this.sin = new double[size / 2];
    for (int k = 0; k < size / 2; k++) {
      cos[k] = Math.cos(2 * Math.PI * k / size);
      sin[k] = Math.sin(2 * Math.PI * k / size);
    }
    for (int n = 0; n < length; n++) {
      // n * n modulo 2 * length keeps the angle small, and so exact.
      double angle = Math.PI * ((long) n * n % (2L * length)) / length;
      chirpRe[n] = Math.cos(angle);
      chirpIm[n] = -Math.sin(angle);
      filterRe[n] = chirpRe[n];
      filterIm[n] = -chirpIm[n];
      if (n > 0) {
        filterRe[size - n] = chirpRe[n];
        filterIm[size - n] = -chirpIm[n];
      }
    }
    powerOfTwo(filterRe, filterIm);
  }

  @Override
  public void transform(double[] xr, double[] xi) {
    Arrays.fill(re, 0);
    Arrays.fill(im, 0);
    for (int n = 0; n < length; n++) {
      re[n] = xr[n] * chirpRe[n] - xi[n] * chirpIm[n];
      im[n] = xr[n] * chirpIm[n] + xi[n] * chirpRe[n];
    }
    powerOfTwo(re, im);
    for (int k = 0; k < size; k++) {
      double r = re[k] * filterRe[k] - im[k] * filterIm[k];
      im[k] = re[k] * filterIm[k] + im[k] * filterRe[k];
      re[k] = r;
    }
    powerOfTwo(im, re);
    for (int k = 0; k < length; k++) {
      double r = re[k] / size;
      double i = im[k] / size;
      xr[k] = (r * chirpRe[k] - i * chirpIm[k]);
      xi[k] = (r * chirpIm[k] + i * chirpRe[k]);
    }
  }

  /** Radix 2, decimation in time, in place. */
  private void powerOfTwo(double[] re, double[] im) {
    int n = size;
    int shift = Integer.numberOfLeadingZeros(n) + 1;
    for (int i = 0; i < n; i++) {
      int j = Integer.reverse(i) >>> shift;
      if (j > i) {
        double swap = re[i];
        re[i] = re[j];
        re[j] = swap;
        swap = im[i];
        im[i] = im[j];
        im[j] = swap;
      }
    }
    for (int half = 1; half < n; half *= 2) {
      for (int k = 0; k < half; k++) {
        double wr = cos[k * (size / 2 / half)];
        double wi = -sin[k * (size / 2 / half)];
        for (int a = k; a < n; a += 2 * half) {
          int b = a + half;
          double r = wr * re[b] - wi * im[b];
          double i = wr * im[b] + wi * re[b];
          re[b] = re[a] - r;
          im[b] = im[a] - i;
          re[a] += r;
          im[a] += i;
        }
      }
    }
  }
}
