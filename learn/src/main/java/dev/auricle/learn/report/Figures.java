package dev.auricle.learn.report;

import java.util.Locale;

/** Numbers as people read them; a number that is not there ({@code NaN}) is a dash. */
final class Figures {
  private static final String NONE = "–";
  private static final String SPACE = "\u00a0";

  private Figures() {}

  /** A share in [0, 1] in per cent, one digit: {@code 93.1 %}. */
  static String percent(double share) {
    return Double.isNaN(share) ? NONE : decimal(100 * share, 1) + SPACE + "%";
  }

  /** The same without its sign, for columns that name the unit. */
  static String hundredths(double share) {
    return decimal(100 * share, 1);
  }

  static String interval(double low, double high) {
    return decimal(100 * low, 1) + "–" + decimal(100 * high, 1);
  }

  static String decimal(double value, int digits) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    String text = String.format(Locale.ROOT, "%." + digits + "f", value);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return text.startsWith("-") ? (zero ? "" : "−") + text.substring(1) : text;
  }

  /** A figure whose size is not known beforehand, in three digits: {@code 0.42}, {@code 12.3}. */
  static String three(double value) {
    double size = Math.abs(value);
    return decimal(value, size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.995 ? 2 : 3);
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A count and its noun: {@code 1 clip}, {@code 2,000 clips}. */
  static String count(long number, String noun) {
    return count(number) + SPACE + (number == 1 ? noun : plural(noun));
  }

  static String plural(String noun) {
    return noun.endsWith("s") || noun.endsWith("x") || noun.endsWith("ch")
        ? noun + "es"
        : noun + "s";
  }
}
