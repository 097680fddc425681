package dev.auricle.runtime;

import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Named options, read one by one, each checked against its range; {@link #done} refuses those that
 * nobody asked for and names the nearest known.
 *
 * <p>A recipe's spelling is understood beside JSON's: {@code window-length} for {@code
 * windowLength}, and numbers and flags as text.
 */
final class Options {
  private static final Pattern HYPHEN = Pattern.compile("-([a-z])");
  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

  private final String owner;
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
  private final Map<String, String> written = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  /**
   * @param owner whose options these are, for messages, such as {@code front-end logmel-64}
   * @param values as JSON or YAML gives them
   */
  Options(String owner, Map<String, ?> values) {
    this.owner = owner;
    values.forEach(
        (key, value) -> {
          String name = camel(key);
          if (written.containsKey(name)
              && !String.valueOf(value).equals(String.valueOf(get(name)))) {
            throw new AuricleException(
                owner + ": option " + key + " is given twice, as " + get(name) + " and " + value);
          }
          written.put(name, key);
          this.values.put(name, value);
        });
  }

  private @Nullable Object get(String key) {
    return values.get(key);
  }

  /** A whole number in [{@code min}, {@code max}]. */
  int integer(String key, int fallback, int min, int max) {
    if (!given(key)) {
      return fallback;
    }
    Object value = get(key);
    double number = parse(value);
    if (number == Math.rint(number) && number >= min && number <= max) {
      return (int) number;
    }
    throw wrong(key, value, "a whole number from " + min + " to " + max);
  }

  /** A number in [{@code min}, {@code max}]. */
  double number(String key, double fallback, double min, double max) {
    return given(key) ? number(key, get(key), min, max) : fallback;
  }

  /** A number in [{@code min}, {@code max}]; null where it is null or the word {@code none}. */
  @Nullable Double optionalNumber(String key, @Nullable Double fallback, double min, double max) {
    if (!given(key)) {
      return fallback;
    }
    Object value = get(key);
    return value == null || value.equals("none") ? null : (Double) number(key, value, min, max);
  }

  private double number(String key, @Nullable Object value, double min, double max) {
    double number = parse(value);
    if (number >= min && number <= max) {
      return number;
    }
    throw wrong(key, value, "a number from " + plain(min) + " to " + plain(max));
  }

  /** The number a value is or spells; NaN where it is none. */
  private static double parse(@Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    try {
      return value instanceof String text ? Double.parseDouble(text) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  boolean flag(String key, boolean fallback) {
    if (!given(key)) {
      return fallback;
    }
    String word = String.valueOf(get(key));
    if (word.equals("true") || word.equals("false")) {
      return word.equals("true");
    }
    throw wrong(key, get(key), "true or false");
  }

  /** One of an enum's constants, as {@link #word} writes it. */
  <E extends Enum<E>> E constant(String key, E fallback) {
    if (!given(key)) {
      return fallback;
    }
    List<String> words = new ArrayList<>();
    for (E constant : fallback.getDeclaringClass().getEnumConstants()) {
      if (word(constant).equals(get(key))) {
        return constant;
      }
      words.add(word(constant));
    }
    throw wrong(key, get(key), "one of " + String.join(", ", words));
  }

  /** A constant in lower case with hyphens. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** An option that may be spelled out but not changed. */
  void fixed(String key, Object value) {
    Object found = given(key) ? get(key) : value;
    boolean same =
        value instanceof Number number
            ? parse(found) == number.doubleValue()
            : String.valueOf(value).equals(String.valueOf(found));
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
    for (Map.Entry<String, String> each : written.entrySet()) {
      if (!known.contains(each.getKey())) {
        boolean hyphens = each.getValue().contains("-");
        List<String> names = known.stream().map(key -> hyphens ? hyphened(key) : key).toList();
        throw new AuricleException(
            owner
                + " has no option "
                + each.getValue()
                + "; did you mean "
                + Nearest.of(each.getValue(), names)
                + "? It has "
                + String.join(", ", names));
      }
    }
  }

  private static String camel(String key) {
    return HYPHEN.matcher(key).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
  }

  private static String hyphened(String key) {
    return CAPITAL.matcher(key).replaceAll(match -> "-" + match.group().toLowerCase(Locale.ROOT));
  }

  private AuricleException wrong(String key, @Nullable Object found, String expected) {
    return new AuricleException(
        owner
            + ": option "
            + written.getOrDefault(key, key)
            + " is "
            + found
            + ", expected "
            + expected);
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
