package dev.auricle.learn.tuning;

import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The values that one setting of a recipe may take in a search. */
public sealed interface Range {
  /** A value drawn at random. */
  Object draw(RandomGenerator random);

  /** Values that a grid visits. */
  List<Object> grid();

  /**
   * One of some values, each as likely: {@code [200, 500, 1000]}.
   *
   * @param values as YAML gives them
   */
  record Choice(List<Object> values) implements Range {
    @Override
    public Object draw(RandomGenerator random) {
      return values.get(random.nextInt(values.size()));
    }

    @Override
    public List<Object> grid() {
      return values;
    }
  }

  /**
   * A number between two bounds: {@code {from: 0.0001, to: 0.01, scale: log}}.
   *
   * @param from the least, inclusive
   * @param to the greatest, inclusive
   * @param log true to draw its logarithm evenly
   * @param whole true for whole numbers: where both bounds are written as such
   * @param steps values that a grid visits
   */
  record Interval(double from, double to, boolean log, boolean whole, int steps) implements Range {
    @Override
    public Object draw(RandomGenerator random) {
      return at(random.nextDouble());
    }

    @Override
    public List<Object> grid() {
      Set<Object> values = new LinkedHashSet<>();
      for (int i = 0; i < steps; i++) {
        values.add(at(steps == 1 ? 0.5 : i / (steps - 1.0)));
      }
      return List.copyOf(values);
    }

    private Object at(double share) {
      double value =
          log
              ? Math.exp(Math.log(from) + share * (Math.log(to) - Math.log(from)))
              : from + share * (to - from);
      if (whole) {
        return (int) Math.round(value);
      }
      // Four digits are enough to tell settings apart, and a recipe stays readable.
      return Double.parseDouble(String.format(Locale.ROOT, "%.4g", value));
    }
  }

  /**
   * Reads a range from a recipe's {@code tune} section.
   *
   * @param key the setting, for errors
   * @param written a list, or a mapping with {@code from}, {@code to}, and optionally {@code scale}
   *     (linear or log) and {@code steps} (for a grid, 4 by default)
   */
  static Range of(String key, Object written) {
    if (written instanceof List<?> list && !list.isEmpty()) {
      return new Choice(new ArrayList<>(list));
    }
    if (written instanceof Map<?, ?> map
        && map.get("from") instanceof Number from
        && map.get("to") instanceof Number to) {
      boolean log = "log".equals(map.get("scale"));
      double low = from.doubleValue();
      double high = to.doubleValue();
      if (low < high && (!log || low > 0)) {
        int steps = map.get("steps") instanceof Number n ? Math.max(1, n.intValue()) : 4;
        return new Interval(
            low, high, log, from instanceof Integer && to instanceof Integer, steps);
      }
    }
    throw new AuricleException(
        "tune: '"
            + key
            + "' is "
            + written
            + ", expected a list such as [200, 500] or {from: 0.001, to: 0.1, scale: log} with from below to"
            + " (and above 0 on a log scale)");
  }
}
