package dev.auricle.signal;

/**
 * Share of a frame's samples whose sign differs from the one before, as {@code
 * librosa.feature.zero_crossing_rate}. Equal to librosa 0.11's.
 */
public final class ZeroCrossingRate {
  private static final float SILENCE = 1e-10f;

  private ZeroCrossingRate() {}

  /**
   * The rate in centred frames; what lies outside the sound repeats its first and last sample.
   *
   * @param x samples; within 1e-10 of zero they count as positive
   * @return {@code float[frames]}, between 0 and 1
   */
  public static float[] compute(float[] x, int frameLength, int hop) {
    Samples.requireFinite(x);
    Samples.requirePositive(frameLength, "frame length");
    Samples.requirePositive(hop, "hop");
    if (x.length == 0) {
      return new float[0];
    }
    // crossings[i] counts those at padded positions 1..i; a frame's first sample has none before
    // it.
    int half = frameLength / 2;
    int padded = x.length + 2 * half;
    int frames = padded < frameLength ? 0 : 1 + (padded - frameLength) / hop;
    float[] out = new float[frames];
    int[] crossings = new int[padded];
    for (int i = 1; i < padded; i++) {
      crossings[i] = crossings[i - 1];
      int at = i - half;
      if (at > 0 && at < x.length && negative(x[at]) != negative(x[at - 1])) {
        crossings[i]++;
      }
    }
    for (int t = 0; t < frames; t++) {
      int start = t * hop;
      out[t] = (float) (crossings[start + frameLength - 1] - crossings[start]) / frameLength;
    }
    return out;
  }

  private static boolean negative(float value) {
    return value < -SILENCE;
  }
}
