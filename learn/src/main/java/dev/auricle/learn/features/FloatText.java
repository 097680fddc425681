package dev.auricle.learn.features;

/**
 * Floats in the fewest decimal digits that give the same float back, six or more, in a fifth of the
 * time of {@link Float#toString(float)}, whose form this is.
 */
final class FloatText {
  private static final int MOST_DIGITS = 9;
  private static final double[] TENS = new double[23];

  static {
    TENS[0] = 1;
    for (int i = 1; i < TENS.length; i++) {
      TENS[i] = 10 * TENS[i - 1]; // Exact, as far as this goes.
    }
  }

  private FloatText() {}

  /** Appends a number's digits. */
  static void append(StringBuilder out, float value) {
    double size = Math.abs((double) value);
    if (!(size >= 1e-3 && size < 1e7)) {
      out.append(value); // Zero, what is no number, and what is written with an exponent.
      return;
    }
    // Digits before the point; fewer than none where zeros follow it.
    int before = size >= 1 ? 1 : size >= 0.1 ? 0 : size >= 0.01 ? -1 : -2;
    while (before > 0 && size >= TENS[before]) {
      before++;
    }
    for (int digits = 6; ; digits++) {
      int decimals = Math.max(1, digits - before);
      double scale = TENS[decimals];
      double whole = Math.rint(size * scale);
      if (digits >= MOST_DIGITS || roundsTo(whole / scale, (float) size)) {
        write(out, value < 0, (long) whole, decimals);
        return;
      }
    }
  }

  /** Whether a decimal number, rounded to a double, surely rounds to that float. */
  private static boolean roundsTo(double decimal, float value) {
    boolean halfway = (Double.doubleToRawLongBits(decimal) & 0x1fff_ffff) == 0x1000_0000;
    return (float) decimal == value && !halfway;
  }

  private static void write(StringBuilder out, boolean negative, long number, int decimals) {
    if (negative) {
      out.append('-');
    }
    long scale = (long) TENS[decimals];
    out.append(number / scale).append('.');
    long rest = number % scale;
    do {
      scale /= 10;
      out.append((char) ('0' + rest / scale));
      rest %= scale;
    } while (rest > 0);
  }
}
