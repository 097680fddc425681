package dev.auricle.runtime;

import java.util.Arrays;
import java.util.List;

/**
 * Five numbers that stand for a frame feature over a whole clip: mean, standard deviation (of the
 * population), least, greatest, and median.
 */
final class Summary {
  /** Endings of the columns' names, in order. */
  static final List<String> NAMES = List.of("mean", "deviation", "min", "max", "median");

  private Summary() {}

  /** Writes the five numbers of {@code values[from, to)} into {@code out}, from {@code at} on. */
  static void write(float[] values, int from, int to, float[] out, int at) {
    float[] sorted = Arrays.copyOfRange(values, from, to);
    Arrays.sort(sorted);
    int count = sorted.length;
    double sum = 0;
    for (float value : sorted) {
      sum += value;
    }
    double mean = sum / count;
    double squares = 0;
    for (float value : sorted) {
      squares += (value - mean) * (value - mean);
    }
    out[at] = (float) mean;
    out[at + 1] = (float) Math.sqrt(squares / count);
    out[at + 2] = sorted[0];
    out[at + 3] = sorted[count - 1];
    out[at + 4] = (float) (((double) sorted[(count - 1) / 2] + sorted[count / 2]) / 2);
  }
}
