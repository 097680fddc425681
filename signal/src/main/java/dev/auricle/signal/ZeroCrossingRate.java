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
    Samples.requireFinite(x, Kernel.best(x.length));
    Samples.requirePositive(frameLength, "frame length");
    Samples.requirePositive(hop, "hop");
    if (x.length == 0) {
      return new float[0];
    }
    int half = frameLength / 2;
    int padded = x.length + 2 * half;
    int frames = padded < frameLength ? 0 : 1 + (padded - frameLength) / hop;
    // before[i] counts the crossings between the sound's samples 0 and i.
    int[] before = new int[x.length];
    int last = negative(x[0]);
    for (int i = 1; i < x.length; i++) {
      int now = negative(x[i]);
      before[i] = before[i - 1] + (now ^ last);
      last = now;
    }
    float[] out = new float[frames];
    for (int t = 0; t < frames; t++) {
      // A frame's first sample has none before it; the repeated edges cross nothing.
      int first = Math.max(0, Math.min(x.length - 1, t * hop - half));
      int end = Math.max(0, Math.min(x.length - 1, t * hop - half + frameLength - 1));
      out[t] = (float) (before[end] - before[first]) / frameLength;
    }
    return out;
  }

  /** 1 where a value is negative and not silence; without a branch, which noise would mislead. */
  private static int negative(float value) {
    return Float.floatToRawIntBits(value + SILENCE) >>> 31;
  }
}
