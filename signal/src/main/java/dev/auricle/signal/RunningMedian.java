package dev.auricle.signal;

import java.util.Arrays;

/** Medians of a window that moves along each row, which is mirrored at its ends. */
final class RunningMedian {
  private RunningMedian() {}

  /**
   * As {@code scipy.ndimage.median_filter(mode="reflect")} along the rows.
   *
   * @param width odd
   */
  static Matrix alongRows(Matrix values, int width) {
    Matrix out = Matrix.zeros(values.rows(), values.columns());
    float[] sorted = new float[width];
    for (int row = 0; row < values.rows(); row++) {
      alongRow(values.values(), row * values.columns(), values.columns(), sorted, out.values());
    }
    return out;
  }

  private static void alongRow(float[] values, int start, int length, float[] sorted, float[] out) {
    int half = sorted.length / 2;
    for (int k = -half; k <= half; k++) {
      sorted[k + half] = values[start + mirror(k, length)];
    }
    Arrays.sort(sorted);
    out[start] = sorted[half];
    for (int t = 1; t < length; t++) {
      float leaves = values[start + mirror(t - 1 - half, length)];
      float enters = values[start + mirror(t + half, length)];
      replace(sorted, leaves, enters);
      out[start + t] = sorted[half];
    }
  }

  /** Takes one value out of a sorted array and puts another in. */
  private static void replace(float[] sorted, float leaves, float enters) {
    int at = Arrays.binarySearch(sorted, leaves);
    while (at + 1 < sorted.length && sorted[at + 1] < enters) {
      sorted[at] = sorted[at + 1];
      at++;
    }
    while (at > 0 && sorted[at - 1] > enters) {
      sorted[at] = sorted[at - 1];
      at--;
    }
    sorted[at] = enters;
  }

  /** The place inside that a place outside mirrors; the ends themselves are repeated. */
  private static int mirror(int place, int length) {
    int folded = Math.floorMod(place, 2 * length);
    return folded < length ? folded : 2 * length - 1 - folded;
  }
}
