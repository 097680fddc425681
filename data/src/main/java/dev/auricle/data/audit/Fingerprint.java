package dev.auricle.data.audit;

/**
 * What a sound looks like around its loudest moments, in 256 bits each; {@link Fingerprinter} says
 * how they are made.
 *
 * @param frames the anchors, in steps of {@link #HOP} samples at {@link ClipScan#RATE}
 * @param bits {@code long[anchors][4]}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record Fingerprint(int[] frames, long[][] bits) {
  static final int HOP = ClipScan.RATE / 100;
  static final int WORDS = 4;

  /** Of a sound that has nothing to look at. */
  static final Fingerprint NONE = new Fingerprint(new int[0], new long[0][]);

  private static final int FEWEST_COMPARED = 4;
  private static final int UNRELATED = 32 * WORDS;

  /**
   * Bits in which this and another sound differ on average, where the other runs {@code lag}
   * samples late and has {@code length} of them; as many as unrelated sounds where fewer than four
   * anchors lie in both.
   */
  double bits(Fingerprint other, int lag, int length) {
    int both = 0;
    double sum = 0;
    for (int i = 0; i < frames.length; i++) {
      int at = frames[i] + Math.round(lag / (float) HOP);
      if (at >= 0 && at * HOP < length) {
        both++;
        sum += other.nearest(at, bits[i]);
      }
    }
    return both < FEWEST_COMPARED ? UNRELATED : sum / both;
  }

  private int nearest(int frame, long[] wanted) {
    int least = UNRELATED;
    for (int i = 0; i < frames.length; i++) {
      if (Math.abs(frames[i] - frame) <= 1) {
        int distance = 0;
        for (int w = 0; w < WORDS; w++) {
          distance += Long.bitCount(bits[i][w] ^ wanted[w]);
        }
        least = Math.min(least, distance);
      }
    }
    return least;
  }
}
