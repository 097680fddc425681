package dev.auricle.learn.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * One setting's axis: numbers in order, evenly or by their logarithm where they span more than a
 * factor of twenty; anything else as names one above the other.
 */
final class TuningAxis {
  private static final double WIDE = 20;

  private final List<Object> values;
  private final boolean numeric;
  private final boolean logarithmic;
  private final List<String> names;
  private final double low;
  private final double high;

  private TuningAxis(List<Object> values) {
    this.values = values;
    numeric = values.stream().allMatch(Number.class::isInstance);
    names = new ArrayList<>(new TreeSet<>(values.stream().map(String::valueOf).toList()));
    double[] numbers =
        values.stream()
            .mapToDouble(v -> v instanceof Number n ? n.doubleValue() : Double.NaN)
            .toArray();
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double number : numbers) {
      least = Math.min(least, number);
      most = Math.max(most, number);
    }
    low = least;
    high = most;
    logarithmic = numeric && low > 0 && high / low > WIDE;
  }

  /** The axis of the values that the trials had, in their order. */
  static TuningAxis of(List<Object> values) {
    return new TuningAxis(List.copyOf(values));
  }

  /** Where trial {@code i} crosses: 0 at the lower end, 1 at the upper. */
  double place(int i) {
    if (!numeric) {
      return names.size() == 1
          ? 0.5
          : names.indexOf(String.valueOf(values.get(i))) / (names.size() - 1.0);
    }
    double value = ((Number) values.get(i)).doubleValue();
    if (low == high) {
      return 0.5;
    }
    return logarithmic
        ? Math.log(value / low) / Math.log(high / low)
        : (value - low) / (high - low);
  }

  /** What stands along it, from the lower end to the upper: both ends, or every name. */
  List<String> labels() {
    if (!numeric) {
      return names;
    }
    return low == high ? List.of(number(low)) : List.of(number(low), number(high));
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e6
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.3g", value);
  }
}
