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

  /**
   * The signal with {@code margin} samples on each side.
   *
   * @throws AuricleException where the signal is too short to be mirrored
   */
  float[] pad(float[] x, int margin) {
    float[] padded = new float[x.length + 2 * margin];
    System.arraycopy(x, 0, padded, margin, x.length);
    if (this == ZERO || x.length == 0) {
      return padded;
    }
    if (this == REFLECT && margin >= x.length) {
      throw new AuricleException(
          "a sound of "
              + x.length
              + " samples is too short to be mirrored by "
              + margin
              + " samples at each end: give a longer sound, a shorter transform, or pad with zeros");
    }
    int last = x.length - 1;
    for (int i = 1; i <= margin; i++) {
      padded[margin - i] = this == REFLECT ? x[i] : x[0];
      padded[margin + last + i] = this == REFLECT ? x[last - i] : x[last];
    }
    return padded;
  }
}
