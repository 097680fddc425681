package dev.auricle.learn.evaluation;

/** The normal distribution, and Student's, as far as intervals need them. */
final class Normal {
  /** The 97.5th percentile. */
  static final double Z = 1.959964;

  private static final double[] TAIL = {
    0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429
  };

  private Normal() {}

  /** Share of values below {@code x}, to 1e-7 (Abramowitz and Stegun, 1964, 26.2.17). */
  static double below(double x) {
    double k = 1 / (1 + 0.2316419 * Math.abs(x));
    double sum = 0;
    for (int i = TAIL.length - 1; i >= 0; i--) {
      sum = (sum + TAIL[i]) * k;
    }
    double beyond = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * sum;
    return x < 0 ? beyond : 1 - beyond;
  }

  /**
   * The 97.5th percentile of Student's t for the mean of so many values; for fewer than five, that
   * for five. To 0.01, by Cornish and Fisher's series (Abramowitz and Stegun, 26.7.5).
   */
  static double student(int values) {
    double degrees = Math.max(5, values) - 1.0;
    double z3 = Z * Z * Z;
    double z5 = z3 * Z * Z;
    double z7 = z5 * Z * Z;
    return Z
        + (z3 + Z) / (4 * degrees)
        + (5 * z5 + 16 * z3 + 3 * Z) / (96 * degrees * degrees)
        + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * degrees * degrees * degrees);
  }
}
