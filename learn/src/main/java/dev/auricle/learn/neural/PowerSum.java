package dev.auricle.learn.neural;

/** Sums of powers given in dB, by table: within 0.05 dB, at a few nanoseconds each. */
final class PowerSum {
  /** Beyond this distance the smaller power adds less than 0.01 dB. */
  private static final int RANGE_DB = 30;

  private static final int STEPS_PER_DB = 16;
  private static final int SUMS = RANGE_DB * STEPS_PER_DB + 1;
  private static final int FLUCTUATIONS = 1 << 12;

  private PowerSum() {}

  /**
   * What a sum exceeds the larger power by, for each distance; then levels of an exponentially
   * distributed power of mean 1, evenly over its quantiles.
   */
  static float[] table() {
    float[] table = new float[SUMS + FLUCTUATIONS];
    for (int i = 0; i < SUMS; i++) {
      table[i] = (float) (10 * Math.log10(1 + Math.pow(10, -i / (10.0 * STEPS_PER_DB))));
    }
    for (int i = 0; i < FLUCTUATIONS; i++) {
      table[SUMS + i] = (float) (10 * Math.log10(-Math.log((i + 0.5) / FLUCTUATIONS)));
    }
    return table;
  }

  /** Level of the sum of two powers, all in dB. */
  static float add(float[] table, float a, float b) {
    float larger = Math.max(a, b);
    float distance = larger - Math.min(a, b);
    return distance >= RANGE_DB ? larger : larger + table[(int) (distance * STEPS_PER_DB + 0.5f)];
  }

  /** Level of an exponentially distributed power of mean 1, by 12 random bits. */
  static float fluctuation(float[] table, int bits) {
    return table[SUMS + (bits >>> 20)];
  }
}
