package dev.auricle.signal;

/** {@link Kernel#polyphase}, a few outputs side by side, because one waits for its last product. */
final class PlainPolyphase {
  private PlainPolyphase() {}

  static void compute(
      ResamplingFilter filter,
      float[] input,
      int start,
      int phase,
      float[] out,
      int at,
      int count) {
    float[] w = filter.weights;
    int taps = filter.taps;
    // Outputs with the same phase stand a period apart and have the same weights; those of
    // neighbours differ. Four neighbours at a time.
    int[] x = new int[4];
    int[] y = new int[4];
    int place = start;
    int row = phase;
    for (int i = 0; i < count; i += 4) {
      int some = Math.min(4, count - i);
      for (int j = 0; j < 4; j++) {
        if (j < some) {
          x[j] = place;
          y[j] = filter.row(row) * taps;
          place += filter.step(row);
          row = row + 1 == filter.up ? 0 : row + 1;
        } else {
          x[j] = x[0];
          y[j] = y[0];
        }
      }
      four(input, x, w, y, taps, out, at + i, some);
    }
  }

  private static void four(
      float[] input, int[] x, float[] w, int[] y, int taps, float[] out, int at, int some) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int x0 = x[0];
    int x1 = x[1];
    int x2 = x[2];
    int x3 = x[3];
    int y0 = y[0];
    int y1 = y[1];
    int y2 = y[2];
    int y3 = y[3];
    for (int k = 0; k < taps; k++) {
      s0 += input[x0 + k] * w[y0 + k];
      s1 += input[x1 + k] * w[y1 + k];
      s2 += input[x2 + k] * w[y2 + k];
      s3 += input[x3 + k] * w[y3 + k];
    }
    out[at] = s0;
    if (some > 1) {
      out[at + 1] = s1;
    }
    if (some > 2) {
      out[at + 2] = s2;
    }
    if (some > 3) {
      out[at + 3] = s3;
    }
  }
}
