package dev.auricle.runtime.detection;

import java.util.Arrays;

/** The newest samples of a stream, by their place in it. */
final class SampleHistory {
  private float[] samples = new float[1 << 15];
  private long first;
  private int filled;

  void append(float[] x, int offset, int count) {
    if (filled + count > samples.length) {
      samples = Arrays.copyOf(samples, Math.max(filled + count, 2 * samples.length));
    }
    System.arraycopy(x, offset, samples, filled, count);
    filled += count;
  }

  /** How many samples the stream has had. */
  long end() {
    return first + filled;
  }

  /** The samples from one place to another that are still there. */
  float[] copy(long from, long to) {
    long low = Math.max(from, first);
    long high = Math.max(low, Math.min(to, end()));
    return Arrays.copyOfRange(samples, (int) (low - first), (int) (high - first));
  }

  /** Lets go of what lies before a place. */
  void forget(long before) {
    long unused = Math.min(before, end()) - first;
    // Moving rarely keeps the cost of a sample constant.
    if (unused > filled / 2) {
      filled -= (int) unused;
      System.arraycopy(samples, (int) unused, samples, 0, filled);
      first += unused;
    }
  }
}
