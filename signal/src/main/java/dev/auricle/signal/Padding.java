package dev.auricle.signal;

/** What a centred analysis takes to lie before the first and after the last sample. */
public enum Padding {
  /** Silence; librosa's and our default. */
  ZERO,
  /**
   * The signal mirrored at its first and last sample, which are not repeated; PyTorch's default.
   */
  REFLECT,
  /** The first and last sample, repeated. */
  EDGE;

  /** The value at a place outside the sound, at most one length away from it. */
  float at(float[] x, int place) {
    int last = x.length - 1;
    if (this == ZERO || x.length == 0) {
      return 0;
    }
    if (this == EDGE) {
      return place < 0 ? x[0] : x[last];
    }
    int mirrored = place < 0 ? -place : 2 * last - place;
    return mirrored < 0 || mirrored > last ? 0 : x[mirrored];
  }

  /**
   * Refuses a sound that is too short.
   *
   * @throws AuricleException if it is
   */
  void requireLength(int samples, int margin) {
    if (this == REFLECT && margin >= samples) {
      throw new AuricleException(
          "a sound of "
              + samples
              + " samples is too short to be mirrored by "
              + margin
              + " samples at each end: give a longer sound, a shorter transform, or pad with zeros");
    }
  }
}
