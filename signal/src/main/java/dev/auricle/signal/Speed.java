package dev.auricle.signal;

/**
 * Plays a sound faster and higher, or slower and lower, as a tape does: samples between the given
 * ones, by a sinc under a Kaiser window.
 *
 * <p>What remains below half the sampling rate passes within 0.1 dB up to 0.8 of it; what would
 * alias, and images, are 60 dB down or more. Kernels agree to the last bit.
 */
public final class Speed {
  /** Zeros of the sinc on one side: the transition takes a fifth of what remains. */
  private static final double HALF_WIDTH = 20.5;

  private static final double REJECTION_DB = 66;
  private static final double CUTOFF = 0.9;

  /** Entries of the tabulated filter to a sample; between two a straight line is near enough. */
  private static final int FINE = 512;

  /** Places between two samples that have weights of their own; others lie between two of them. */
  private static final int PHASES = 128;

  private static final int LANES = 16;
  private static final int BATCH = 256;
  private static final float[] FILTER = filter();

  private Speed() {}

  /**
   * The sound around its middle at another speed, as long as before and with silence where it has
   * none.
   *
   * @param pace how many times as fast, above 0
   * @param shift how many samples later the sound's middle is read
   * @return sample i is the sound at {@code middle + (i - middle) * pace + shift}
   */
  public static float[] change(float[] x, double pace, double shift) {
    return change(x, pace, shift, Kernel.best(x.length));
  }

  static float[] change(float[] x, double pace, double shift, Kernel kernel) {
    if (!(pace > 0 && pace < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("expected a pace above 0, found " + pace);
    }
    double share = Math.min(1, 1 / pace);
    int taps = ((int) Math.ceil(2 * HALF_WIDTH / share) + LANES) / LANES * LANES;
    float[] weights = weights(share, taps);
    // Silence on both sides; what is read farther off is silence, too.
    float[] padded = new float[x.length + 2 * taps];
    System.arraycopy(x, 0, padded, taps, x.length);
    float[] out = new float[x.length];
    int[] starts = new int[BATCH];
    int[] below = new int[BATCH];
    int[] above = new int[BATCH];
    float[] between = new float[BATCH];
    float[] left = new float[BATCH];
    float[] right = new float[BATCH];
    double middle = (x.length - 1) / 2.0;
    for (int done = 0; done < out.length; done += BATCH) {
      int count = Math.min(BATCH, out.length - done);
      for (int i = 0; i < count; i++) {
        double at = middle + (done + i - middle) * pace + shift;
        double sample = Math.floor(at);
        double phase = (at - sample) * PHASES;
        int row = (int) phase;
        between[i] = (float) (phase - row);
        below[i] = row * taps;
        above[i] = below[i] + taps;
        double start = sample - (taps / 2 - 1) + taps;
        starts[i] = (int) Math.max(0, Math.min(x.length + taps, start));
      }
      kernel.dots(weights, below, padded, starts, taps, left, count);
      kernel.dots(weights, above, padded, starts, taps, right, count);
      for (int i = 0; i < count; i++) {
        out[done + i] = left[i] + between[i] * (right[i] - left[i]);
      }
    }
    return out;
  }

  /** {@code float[(PHASES + 1) * taps]}, with the cut-off at a share of half the rate. */
  private static float[] weights(double share, int taps) {
    float[] weights = new float[(PHASES + 1) * taps];
    for (int p = 0; p <= PHASES; p++) {
      double sum = 0;
      for (int k = 0; k < taps; k++) {
        double distance = Math.abs(k - (taps / 2 - 1) - (double) p / PHASES);
        double place = Math.min(distance * share * FINE, FILTER.length - 2);
        int entry = (int) place;
        double weight = FILTER[entry] + (place - entry) * (FILTER[entry + 1] - FILTER[entry]);
        weights[p * taps + k] = (float) weight;
        sum += weight;
      }
      // Each place passes a constant unchanged.
      for (int k = p * taps; k < (p + 1) * taps; k++) {
        weights[k] = (float) (weights[k] / sum);
      }
    }
    return weights;
  }

  /** One side of the filter; zeros at its end. */
  private static float[] filter() {
    float[] side = new float[(int) (HALF_WIDTH * FINE) + 3];
    for (int i = 0; i < side.length - 2; i++) {
      double distance = (double) i / FINE;
      double window = ResamplingFilter.kaiser(distance / HALF_WIDTH, REJECTION_DB);
      side[i] = (float) (ResamplingFilter.sinc(distance * CUTOFF) * window);
    }
    return side;
  }
}
