package dev.auricle.signal;

/**
 * Root of the mean square of each frame, as {@code librosa.feature.rms(y=...)}: centred frames,
 * silence outside the sound. Agrees with librosa 0.11 within 1e-6 of the largest value.
 */
public final class Rms {
  private Rms() {}

  /**
   * Root mean square.
   *
   * @return {@code float[frames]}, in the unit of the samples
   */
  public static float[] compute(float[] x, int frameLength, int hop) {
    Samples.requireFinite(x);
    Samples.requirePositive(frameLength, "frame length");
    Samples.requirePositive(hop, "hop");
    int half = frameLength / 2;
    int padded = x.length + 2 * half;
    int frames = padded < frameLength ? 0 : 1 + (padded - frameLength) / hop;
    float[] out = new float[frames];
    for (int t = 0; t < frames; t++) {
      int start = t * hop - half;
      int from = Math.max(0, start);
      int to = Math.min(x.length, start + frameLength);
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += (double) x[i] * x[i];
      }
      out[t] = (float) Math.sqrt(sum / frameLength);
    }
    return out;
  }
}
