package dev.auricle.data.audit;

/**
 * How well two sounds agree, sample by sample, where they are laid over each other.
 *
 * @param lag samples (at {@link ClipScan#RATE}) by which the second runs late
 * @param correlation normalised cross-correlation, the mean of that of the sounds and that of the
 *     sounds with their high frequencies raised by 12 dB an octave; 1 for the same wave at any
 *     level, 0 for unrelated ones. Raised, because two takes of a low voice are mostly one hum:
 *     their waves correlate by up to 0.96, but raised by 0.7 at most
 * @param gain of the second re the first, as a ratio of amplitudes
 */
record Alignment(int lag, double correlation, double gain) {
  /** What is compared on either side of the anchors. */
  private static final int REACH = ClipScan.RATE;

  private static final int SEARCH_REACH = ClipScan.RATE / 4;

  /** Anchors are 10 ms apart; encoders move sounds by less than one more. */
  private static final int SEARCH = 2 * Fingerprint.HOP;

  private static final int SHORTEST = ClipScan.RATE / 10;
  private static final float EMPHASIS = 0.9f;
  private static final double HOPELESS = 0.7;

  /** Lays b over a so that the anchors meet, and looks for the best place nearby. */
  static Alignment find(SampleStore store, int a, int anchorA, int b, int anchorB) {
    int lag = (anchorB - anchorA) * Fingerprint.HOP;
    int centre = anchorA * Fingerprint.HOP;
    Pair near = Pair.cut(store, a, b, centre, SEARCH_REACH, lag, SEARCH);
    if (near.length() < SHORTEST) {
      return new Alignment(lag, 0, 0);
    }
    int best = lag + near.bestLag(SEARCH);
    Pair whole = Pair.cut(store, a, b, centre, REACH, best, Pair.FINE);
    if (whole.length() < SHORTEST) {
      return new Alignment(best, 0, 0);
    }
    double plain = whole.peak();
    if (plain < HOPELESS) {
      return new Alignment(best, plain, 0);
    }
    double raised = whole.raised(EMPHASIS).raised(EMPHASIS).peak();
    return new Alignment(best, (plain + raised) / 2, whole.gain() * store.peak(b) / store.peak(a));
  }

  /** Share of the energy of a, or of b if that is more, that lies where the other sound is. */
  double common(SampleStore store, int a, int b) {
    int from = Math.max(0, -lag);
    int to = Math.min(store.length(a), store.length(b) - lag);
    return Math.max(share(store, a, from, to), share(store, b, from + lag, to + lag));
  }

  private static double share(SampleStore store, int sound, int from, int to) {
    double inside = 0;
    double all = Float.MIN_NORMAL;
    float[] samples = store.get(sound, 0, store.length(sound));
    for (int i = 0; i < samples.length; i++) {
      double square = samples[i] * samples[i];
      all += square;
      inside += i >= from && i < to ? square : 0;
    }
    return inside / all;
  }
}
