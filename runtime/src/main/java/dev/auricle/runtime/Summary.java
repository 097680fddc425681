package dev.auricle.runtime;

import dev.auricle.signal.Median;
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
    int count = to - from;
    double sum = 0;
    float least = values[from];
    float greatest = values[from];
    for (int i = from; i < to; i++) {
      float value = values[i];
      sum += value;
      // Math.min and max, which care for what is no number, take four times as long.
      least = value < least ? value : least;
      greatest = value > greatest ? value : greatest;
    }
    double mean = sum / count;
    double squares = 0;
    for (int i = from; i < to; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    out[at] = (float) mean;
    out[at + 1] = (float) Math.sqrt(squares / count);
    out[at + 2] = least;
    out[at + 3] = greatest;
    out[at + 4] = Median.of(values, from, to);
  }
}
