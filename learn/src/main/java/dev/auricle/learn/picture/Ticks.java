package dev.auricle.learn.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Round numbers along an axis, 1, 2 or 5 times a power of ten apart.
 *
 * @param values ascending, none outside the axis
 * @param step between neighbours
 */
public record Ticks(List<Double> values, double step) {

  /** At most {@code most} ticks (at least 2) between two ends. */
  public static Ticks between(double low, double high, int most) {
    if (!(high > low) || most < 2) {
      throw new IllegalArgumentException(
          "ticks need low < high and room for two, found %s to %s and %d"
              .formatted(low, high, most));
    }
    double step = Math.pow(10, Math.floor(Math.log10((high - low) / most)));
    for (double factor : new double[] {1, 2, 5, 10, 20}) {
      if ((high - low) / (step * factor) <= most - 1 + 1e-9) {
        step *= factor;
        break;
      }
    }
    List<Double> values = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
      values.add(i * step);
    }
    return new Ticks(List.copyOf(values), step);
  }

  /** A value with as many digits as the step asks for. */
  public String label(double value) {
    int digits = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    String text = String.format(Locale.ROOT, "%." + digits + "f", value);
    return text.startsWith("-") ? "−" + text.substring(1) : text;
  }
}
