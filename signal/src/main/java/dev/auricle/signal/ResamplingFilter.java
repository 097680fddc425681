package dev.auricle.signal;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The low-pass filter of a {@link Resampler}: a sinc under a Kaiser window, sampled at the phases
 * that the ratio of the rates calls for.
 *
 * <p>Flat to 0.91 of the lower rate's half and 110 dB down from that half on. A ratio with too many
 * phases to tabulate gets {@value #FINE} of them, and the resampler interpolates between two. Long
 * filters get fewer, because they swing as much more slowly as they are longer.
 */
final class ResamplingFilter {
  static final int FINE = 2048;

  /** Phases that {@link VectorPolyphase} computes together. */
  static final int TOGETHER = 4;

  /** Rates farther apart belong to no sound, and their filters would have millions of weights. */
  static final int MOST_FOLD = 4096;

  private static final int MOST_WEIGHTS = 1 << 20;
  private static final double PASS = 0.91;
  private static final double REJECTION_DB = 110;

  /** Room for the filters of dozens of usual ratios; sounds at odd rates must not fill the heap. */
  static final long MOST_KEPT_BYTES = 16 << 20;

  /** Filters by their ratio, the one that was not asked for longest first. */
  private static final Map<String, ResamplingFilter> KEPT = new LinkedHashMap<>(16, 0.75f, true);

  private static long keptBytes;

  /** Output samples to {@link #down} input samples, in lowest terms. */
  final int up;

  final int down;

  /** Weights in a phase, a multiple of 16 so that vectors fit. */
  final int taps;

  /** Tabulated phases: {@code up}, or {@link #FINE} where those would be too many. */
  final int phases;

  /** {@code float[(phases + 1) * taps]}: the last phase is the first, a sample later. */
  final float[] weights;

  private volatile @Nullable PhaseTiles tiles;

  private ResamplingFilter(int up, int down) {
    this.up = up;
    this.down = down;
    if (up == down) {
      this.taps = 16;
      this.phases = 1;
      this.weights = new float[2 * taps];
      weights[taps / 2 - 1] = 1;
      return;
    }
    double ratio = Math.min(1, (double) up / down);
    double transition = (1 - PASS) * Math.PI * ratio;
    int needed = (int) Math.ceil((REJECTION_DB - 7.95) / (2.285 * transition)) + 2;
    this.taps = (needed + 15) / 16 * 16;
    this.phases =
        (long) up * taps <= MOST_WEIGHTS
            ? up
            : Math.max(1, Math.min(FINE, MOST_WEIGHTS / taps - 1));
    this.weights = new float[(phases + 1) * taps];
    double cutoff = (1 + PASS) / 2 * ratio;
    double[] phase = new double[taps];
    for (int p = 0; p <= phases; p++) {
      double sum = 0;
      for (int k = 0; k < taps; k++) {
        double distance = k - (taps / 2 - 1) - (double) p / phases;
        phase[k] = sinc(distance * cutoff) * kaiser(distance / ((needed - 1) / 2.0), REJECTION_DB);
        sum += phase[k];
      }
      // Each phase passes a constant unchanged.
      for (int k = 0; k < taps; k++) {
        weights[p * taps + k] = (float) (phase[k] / sum);
      }
    }
  }

  /**
   * The filter between two rates.
   *
   * @throws AuricleException if they lie too far apart
   */
  static ResamplingFilter of(int from, int to) {
    if ((long) MOST_FOLD * Math.min(from, to) < Math.max(from, to)) {
      throw new AuricleException(
          "found rates of "
              + from
              + " and "
              + to
              + " Hz to resample between, expected one at most "
              + MOST_FOLD
              + " times the other; check them, or go by a rate between the two");
    }
    int divisor = gcd(from, to);
    int up = to / divisor;
    int down = from / divisor;
    String ratio = up + "/" + down;
    ResamplingFilter kept = kept(ratio);
    if (kept != null) {
      return kept;
    }
    // Outside the lock: an odd ratio takes a while, and others must not wait for it.
    ResamplingFilter made = new ResamplingFilter(up, down);
    keep(ratio, made);
    return made;
  }

  private static synchronized @Nullable ResamplingFilter kept(String ratio) {
    return KEPT.get(ratio);
  }

  private static synchronized void keep(String ratio, ResamplingFilter filter) {
    if (filter.bytes() > MOST_KEPT_BYTES || KEPT.putIfAbsent(ratio, filter) != null) {
      return;
    }
    keptBytes += filter.bytes();
    Iterator<ResamplingFilter> longestUnused = KEPT.values().iterator();
    while (keptBytes > MOST_KEPT_BYTES) {
      keptBytes -= longestUnused.next().bytes();
      longestUnused.remove();
    }
  }

  static synchronized long keptBytes() {
    return keptBytes;
  }

  /** Bytes of the weights and of their {@link #tiles}, at most. */
  private long bytes() {
    long tiled = exact() ? (long) (period() + TOGETHER) * (taps + TOGETHER * (down / up + 1)) : 0;
    return Float.BYTES * (weights.length + tiled);
  }

  /** Whether all phases are tabulated, so that outputs need no interpolation. */
  boolean exact() {
    return phases == up;
  }

  /** Outputs that are best computed together, from a multiple of this number on. */
  int group() {
    return exact() ? 16 * period() : 1;
  }

  /** Outputs after which input and phase stand alike again: of few phases, several times those. */
  int period() {
    return up < TOGETHER ? up * TOGETHER : up;
  }

  /** Row of the table that an output of a phase takes. */
  int row(int phase) {
    return (int) ((long) phase * down % up);
  }

  /** Input samples from an output of a phase to the next. */
  int step(int phase) {
    return distance(phase, 1);
  }

  /** Input samples from an output of a phase to the {@code outputs}-th after it. */
  int distance(int phase, int outputs) {
    return (int) ((long) (phase + outputs) * down / up - (long) phase * down / up);
  }

  /** The weights as {@link VectorPolyphase} reads them; made when first asked for. */
  PhaseTiles tiles() {
    PhaseTiles made = tiles;
    if (made == null) {
      made = new PhaseTiles(this);
      tiles = made;
    }
    return made;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  static double sinc(double x) {
    return Math.abs(x) < 1e-12 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  /** Kaiser's window at a place between -1 and 1; beta after his formula for the rejection. */
  static double kaiser(double place, double rejectionDb) {
    double beta = 0.1102 * (rejectionDb - 8.7);
    return Math.abs(place) > 1 ? 0 : bessel(beta * Math.sqrt(1 - place * place)) / bessel(beta);
  }

  /** The modified Bessel function of the first kind and order zero. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > 1e-17 * sum; k++) {
      term *= (x / (2 * k)) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }
}
