package dev.auricle.audio;

import java.util.Arrays;

/**
 * Brings a sound to another rate: a windowed sinc (Kaiser, beta 10) over the whole sound at its
 * end. It stands in for the streaming resampler of the signal module.
 */
final class RateChange {
  private static final int ZERO_CROSSINGS = 64;
  private static final double BETA = 10;
  private static final double ROLLOFF = 0.945;

  private final int from;
  private final int to;
  private float[] heard = new float[1 << 16];
  private int length;

  RateChange(int from, int to) {
    this.from = from;
    this.to = to;
  }

  void add(float[] samples, int count) {
    if (length + count > heard.length) {
      heard = Arrays.copyOf(heard, Math.max(2 * heard.length, length + count));
    }
    System.arraycopy(samples, 0, heard, length, count);
    length += count;
  }

  float[] finish() {
    double step = from / (double) to;
    double cutoff = Math.min(1, 1 / step) * ROLLOFF;
    int half = (int) Math.ceil(ZERO_CROSSINGS * Math.max(1, step));
    float[] out = new float[(int) Math.ceil(length / step)];
    double norm = bessel(BETA);
    int table = 512;
    double[] window = new double[table + 2];
    for (int i = 0; i < window.length; i++) {
      double r = Math.min(1, i / (double) table);
      window[i] = bessel(BETA * Math.sqrt(1 - r * r)) / norm;
    }
    for (int i = 0; i < out.length; i++) {
      double centre = i * step;
      int first = Math.max(0, (int) Math.ceil(centre - half));
      int last = Math.min(length - 1, (int) Math.floor(centre + half));
      double sum = 0;
      for (int k = first; k <= last; k++) {
        double d = k - centre;
        double x = Math.PI * d * cutoff;
        double at = Math.abs(d) / half * table;
        int low = (int) at;
        double w = window[low] + (window[low + 1] - window[low]) * (at - low);
        sum += heard[k] * w * (Math.abs(x) < 1e-9 ? cutoff : cutoff * Math.sin(x) / x);
      }
      out[i] = (float) sum;
    }
    return out;
  }

  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; k < 60; k++) {
      term *= (x / (2 * k)) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }
}
