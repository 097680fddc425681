package dev.auricle.runtime;

import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Named options, read one by one, each checked against its range; {@link #done} refuses those that
 * nobody asked for and names the nearest known.
 */
final class Options {
  private final String owner;
  private final Map<String, ?> values;
  private final Set<String> known = new LinkedHashSet<>();

  /**
   * @param owner whose options these are, for messages, such as {@code front-end logmel-64}
   * @param values as JSON or YAML gives them
   */
  Options(String owner, Map<String, ?> values) {
    this.owner = owner;
    this.values = values;
  }

  /** A whole number in [{@code min}, {@code max}]. */
  int integer(String key, int fallback, int min, int max) {
    if (!given(key)) {
      return fallback;
    }
    Object value = values.get(key);
    if (value instanceof Number number
        && number.doubleValue() == Math.rint(number.doubleValue())
        && number.doubleValue() >= min
        && number.doubleValue() <= max) {
      return number.intValue();
    }
    throw wrong(key, value, "a whole number from " + min + " to " + max);
  }

  /** A number in [{@code min}, {@code max}]. */
  double number(String key, double fallback, double min, double max) {
    return given(key) ? number(key, values.get(key), min, max) : fallback;
  }

  /** A number in [{@code min}, {@code max}]; null where it is null or the word {@code none}. */
  @Nullable Double optionalNumber(String key, @Nullable Double fallback, double min, double max) {
    if (!given(key)) {
      return fallback;
    }
    Object value = values.get(key);
    return value == null || value.equals("none") ? null : (Double) number(key, value, min, max);
  }

  private double number(String key, @Nullable Object value, double min, double max) {
    if (value instanceof Number number
        && number.doubleValue() >= min
        && number.doubleValue() <= max) {
      return number.doubleValue();
    }
    throw wrong(key, value, "a number from " + plain(min) + " to " + plain(max));
  }

  boolean flag(String key, boolean fallback) {
    if (!given(key)) {
      return fallback;
    }
    if (values.get(key) instanceof Boolean flag) {
      return flag;
    }
    throw wrong(key, values.get(key), "true or false");
  }

  /** One of an enum's constants, as {@link #word} writes it. */
  <E extends Enum<E>> E constant(String key, E fallback) {
    if (!given(key)) {
      return fallback;
    }
    List<String> words = new ArrayList<>();
    for (E constant : fallback.getDeclaringClass().getEnumConstants()) {
      if (word(constant).equals(values.get(key))) {
        return constant;
      }
      words.add(word(constant));
    }
    throw wrong(key, values.get(key), "one of " + String.join(", ", words));
  }

  /** A constant in lower case with hyphens. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** An option that may be spelled out but not changed. */
  void fixed(String key, Object value) {
    Object found = given(key) ? values.get(key) : value;
    boolean same;
    if (found instanceof Number a && value instanceof Number b) {
      same = a.doubleValue() == b.doubleValue();
    } else {
      same = value.equals(found);
    }
    if (!same) {
      throw wrong(key, found, value + ": the published network was trained with it");
    }
  }

  /** True where the option is there, null included. */
  boolean given(String key) {
    known.add(key);
    return values.containsKey(key);
  }

  /** Refuses options that were not asked for. */
  void done() {
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        throw new AuricleException(
            owner
                + " has no option "
                + key
                + "; did you mean "
                + Nearest.of(key, known)
                + "? It has "
                + String.join(", ", known));
      }
    }
  }

  private AuricleException wrong(String key, @Nullable Object found, String expected) {
    return new AuricleException(
        owner + ": option " + key + " is " + found + ", expected " + expected);
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
