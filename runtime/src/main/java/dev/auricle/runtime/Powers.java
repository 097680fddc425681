package dev.auricle.runtime;

/**
 * {@code 10^(x/10)} within 1e-13 of itself, in a tenth of the time of {@link Math#pow}: a table of
 * powers of two between 1 and 2, and Taylor's series for the rest.
 */
final class Powers {
  private static final int STEPS = 64;
  private static final double STEPS_IN_DECIBEL = STEPS * Math.log(10) / (10 * Math.log(2));
  private static final double STEP = Math.log(2) / STEPS;
  private static final double[] TABLE = new double[STEPS];

  static {
    for (int i = 0; i < STEPS; i++) {
      TABLE[i] = Math.pow(2, (double) i / STEPS);
    }
  }

  private Powers() {}

  /** The power of a level in dB, which must lie between -3000 and 3000. */
  static double ofLevel(double decibels) {
    double steps = decibels * STEPS_IN_DECIBEL;
    int whole = (int) Math.floor(steps + 0.5);
    double x = (steps - whole) * STEP;
    double rest = 1 + x * (1 + x * (1.0 / 2 + x * (1.0 / 6 + x * (1.0 / 24))));
    double octave = Double.longBitsToDouble((long) (1023 + (whole >> 6)) << 52);
    return rest * TABLE[whole & (STEPS - 1)] * octave;
  }
}
