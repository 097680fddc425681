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
    return compute(x, frameLength, hop, true);
  }

  /** As above; where frames are not centred, frame t begins at sample {@code t * hop}. */
  public static float[] compute(float[] x, int frameLength, int hop, boolean centred) {
    return compute(x, frameLength, hop, centred, Kernel.best(x.length));
  }

  static float[] compute(float[] x, int frameLength, int hop, boolean centred, Kernel kernel) {
    Samples.requireFinite(x, kernel);
    Samples.requirePositive(frameLength, "frame length");
    Samples.requirePositive(hop, "hop");
    if (x.length == 0) {
      return new float[0];
    }
    int half = centred ? frameLength / 2 : 0;
    int padded = x.length + 2 * half;
    int frames = padded < frameLength ? 0 : 1 + (padded - frameLength) / hop;
    float[] out = new float[frames];
    int[] before = new int[frames];
    int count = 0;
    int at = 0;
    int first = 0;
    int last = 0;
    // Through the places where a frame begins or ends, in order, counting the crossings up to each.
    while (last < frames) {
      int start = first < frames ? inside(first * hop - half, x) : Integer.MAX_VALUE;
      int end = inside(last * hop - half + frameLength - 1, x);
      int place = Math.min(start, end);
      count += kernel.crossings(x, at, place, SILENCE);
      at = place;
      if (start <= end) {
        before[first++] = count;
      } else {
        out[last] = (float) (count - before[last]) / frameLength;
        last++;
      }
    }
    return out;
  }

  /** What the frames repeat at the edges crosses nothing. */
  private static int inside(int place, float[] x) {
    return Math.max(0, Math.min(x.length - 1, place));
  }
}
