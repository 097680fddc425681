package dev.auricle.data.audit;

/**
 * A stretch of one sound and, around the same time, a longer one of another.
 *
 * @param a {@code float[n]}
 * @param b {@code float[n + 2 margin]}: {@code b[margin + i]} lies over {@code a[i]}
 */
@SuppressWarnings("ArrayRecordComponent") // working memory, never compared as a whole
record Pair(float[] a, float[] b) {
  /** Power below which a stretch counts as silence, re the sound's peak. */
  private static final double SILENCE = 1e-6;

  /** Lags either side that {@link #peak} looks at, and steps from one to the next. */
  static final int FINE = 6;

  private static final int STEPS = 8;

  /** Weights of the correlations at whole lags for those between them. */
  private static final double[][] BETWEEN = between();

  /**
   * Cuts what both sounds have within {@code reach} of {@code centre} in a, where b runs {@code
   * lag} samples late; b is filled with silence where its margin leaves the sound.
   */
  static Pair cut(SampleStore store, int a, int b, int centre, int reach, int lag, int margin) {
    int from = Math.max(Math.max(0, centre - reach), -lag);
    int to = Math.min(Math.min(store.length(a), centre + reach), store.length(b) - lag);
    if (to <= from) {
      return new Pair(new float[0], new float[2 * margin]);
    }
    float[] wide = new float[to - from + 2 * margin];
    int wideFrom = Math.max(0, from + lag - margin);
    int wideTo = Math.min(store.length(b), to + lag + margin);
    float[] part = store.get(b, wideFrom, wideTo);
    System.arraycopy(part, 0, wide, wideFrom - (from + lag - margin), part.length);
    return new Pair(store.get(a, from, to), wide);
  }

  int length() {
    return a.length;
  }

  /** Both with their high frequencies raised: {@code x[i] - amount x[i - 1]}. */
  Pair raised(float amount) {
    return new Pair(raised(a, amount), raised(b, amount));
  }

  /** The lag within the margin at which they agree best, in samples. */
  int bestLag(int margin) {
    double[] c = correlations(margin);
    int best = 0;
    for (int k = 1; k < c.length; k++) {
      best = c[k] > c[best] ? k : best;
    }
    return best - margin;
  }

  /**
   * The highest correlation within a margin of {@link #FINE}, between samples as well: the
   * correlations are band-limited as the sounds are, so a windowed sinc finds those between.
   */
  double peak() {
    double[] c = correlations(FINE);
    double highest = 0;
    for (double[] weights : BETWEEN) {
      double value = 0;
      for (int k = 0; k < c.length; k++) {
        value += c[k] * weights[k];
      }
      highest = Math.max(highest, value);
    }
    return Math.min(1, highest);
  }

  /**
   * By how much b is louder than a, as a ratio of amplitudes, without any lag, at a margin of
   * {@link #FINE}.
   */
  double gain() {
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      squaresA += a[i] * a[i];
      squaresB += b[FINE + i] * b[FINE + i];
    }
    return Math.sqrt(squaresB / squaresA);
  }

  /** Normalised, at lags {@code -margin} to {@code margin}; 0 where one is silent. */
  private double[] correlations(int margin) {
    int lags = 2 * margin + 1;
    float[] sums = new float[lags];
    double[] products = new double[lags];
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      float x = a[i];
      squares += x * x;
      for (int k = 0; k < lags; k++) {
        sums[k] += x * b[i + k];
      }
      if ((i & 1023) == 1023 || i == a.length - 1) {
        for (int k = 0; k < lags; k++) {
          products[k] += sums[k];
          sums[k] = 0;
        }
      }
    }
    double energy = 0;
    for (int i = 0; i < a.length; i++) {
      energy += b[i] * b[i];
    }
    double silent = SILENCE * a.length;
    for (int k = 0; k < lags; k++) {
      products[k] =
          squares <= silent || energy <= silent ? 0 : products[k] / Math.sqrt(squares * energy);
      if (k + 1 < lags) {
        energy += b[a.length + k] * b[a.length + k] - b[k] * b[k];
      }
    }
    return products;
  }

  private static float[] raised(float[] x, float amount) {
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] - (i == 0 ? 0 : amount * x[i - 1]);
    }
    return y;
  }

  private static double[][] between() {
    int lags = 2 * FINE + 1;
    double[][] rows = new double[(lags - 3) * STEPS + 1][lags];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < lags; k++) {
        double x = 1 + i / (double) STEPS - k;
        double sinc = x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
        double taper = Math.cos(Math.PI * x / (2.0 * lags));
        rows[i][k] = sinc * taper * taper;
      }
    }
    return rows;
  }
}
