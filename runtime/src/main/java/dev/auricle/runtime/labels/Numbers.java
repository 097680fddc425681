package dev.auricle.runtime.labels;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as label files have them: plain, and no longer than they need to be. */
final class Numbers {
  private static final int TIME_DIGITS = 6;
  private static final int SCORE_DIGITS = 4;

  private Numbers() {}

  /** Seconds to the microsecond, which tells samples at any rate apart; at least three digits. */
  static String time(double seconds) {
    return plain(seconds, TIME_DIGITS, 3);
  }

  /** To four digits; empty where there is none. */
  static String score(double score) {
    return Double.isNaN(score) ? "" : plain(score, SCORE_DIGITS, SCORE_DIGITS);
  }

  private static String plain(double value, int most, int least) {
    BigDecimal number = BigDecimal.valueOf(value).setScale(most, RoundingMode.HALF_EVEN);
    BigDecimal stripped = number.stripTrailingZeros();
    return (stripped.scale() < least ? number.setScale(least) : stripped).toPlainString();
  }
}
