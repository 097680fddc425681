package dev.auricle.signal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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

  /** Places between two samples that have weights of their own; others take the nearest. */
  private static final int PHASES = 2048;

  private static final int LANES = 16;
  private static final int BATCH = 256;
  private static final float[] FILTER = filter();

  /** Weights are kept for each hundredth that remains, down to half: half a megabyte each. */
  private static final int STEPS = 100;

  private static final Map<Integer, float[]> KEPT = new ConcurrentHashMap<>();

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
    int step = (int) (STEPS * Math.min(1, 1 / pace));
    double share = step < STEPS / 2 ? 1 / pace : (double) step / STEPS;
    int taps = taps(share);
    float[] weights =
        step < STEPS / 2
            ? weights(share, taps)
            : KEPT.computeIfAbsent(step, any -> weights(share, taps));
    // Silence on both sides; what is read farther off is silence, too.
    float[] padded = new float[x.length + 2 * taps];
    System.arraycopy(x, 0, padded, taps, x.length);
    float[] out = new float[x.length];
    int[] starts = new int[BATCH];
    int[] rows = new int[BATCH];
    float[] sums = new float[BATCH];
    double middle = (x.length - 1) / 2.0;
    for (int done = 0; done < out.length; done += BATCH) {
      int count = Math.min(BATCH, out.length - done);
      for (int i = 0; i < count; i++) {
        double at = middle + (done + i - middle) * pace + shift;
        double sample = Math.floor(at);
        rows[i] = (int) ((at - sample) * PHASES + 0.5) * taps;
        double start = sample - (taps / 2 - 1) + taps;
        starts[i] = (int) Math.max(0, Math.min(x.length + taps, start));
      }
      kernel.dots(weights, rows, padded, starts, taps, sums, count);
      System.arraycopy(sums, 0, out, done, count);
    }
    return out;
  }

  private static int taps(double share) {
    return ((int) Math.ceil(2 * HALF_WIDTH / share) + LANES) / LANES * LANES;
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
