package dev.auricle.signal;

/** The middle value. */
public final class Median {
  /** Stretches longer than this are worth a sample. */
  private static final int SAMPLED = 600;

  private Median() {}

  /**
   * The median of a part of an array, which is left as it is: in a time that grows with the number
   * of values.
   *
   * @param values finite numbers
   * @param from first
   * @param to after the last; at least one more than {@code from}
   * @return the middle value, or the mean of the two middle ones
   */
  public static float of(float[] values, int from, int to) {
    int[] work = new int[to - from];
    for (int i = 0; i < work.length; i++) {
      work[i] = ordered(Float.floatToRawIntBits(values[from + i]));
    }
    int middle = work.length / 2;
    float upper = value(select(work, 0, work.length, middle));
    if (work.length % 2 == 1) {
      return upper;
    }
    // Those left of the middle are not greater than it.
    int lower = work[0];
    for (int i = 1; i < middle; i++) {
      lower = Math.max(lower, work[i]);
    }
    return (float) (((double) value(lower) + upper) / 2);
  }

  /** A float's bits as an integer in the order of the floats; its own inverse. */
  private static int ordered(int bits) {
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }

  private static float value(int ordered) {
    return Float.intBitsToFloat(ordered(ordered));
  }

  /**
   * The value that stands at {@code wanted} once {@code work[from, to)} is sorted; afterwards none
   * left of it is greater. By partition, in long stretches around a pivot from a small sample about
   * the wanted place (Floyd and Rivest, "Algorithm 489", 1975), so that most values are compared
   * little more than once.
   */
  private static int select(int[] work, int from, int to, int wanted) {
    int low = from;
    int high = to;
    while (high - low > 1) {
      int pivot = pivot(work, low, high, wanted);
      int equal = moveBelow(work, low, high, pivot);
      if (wanted < equal) {
        high = equal;
        continue;
      }
      // None is below the pivot here, so that these are equal to it.
      int above = pivot == Integer.MAX_VALUE ? high : moveBelow(work, equal, high, pivot + 1);
      if (wanted < above) {
        return pivot;
      }
      low = above;
    }
    return work[wanted];
  }

  /** Brings the values below a bound to the front; returns where the others begin. */
  private static int moveBelow(int[] work, int from, int to, int bound) {
    int next = from;
    for (int i = from; i < to; i++) {
      int value = work[i];
      work[i] = work[next];
      work[next] = value;
      // The sign of the difference, because a branch would be mispredicted half of the time.
      next += (int) (((long) value - bound) >>> 63);
    }
    return next;
  }

  private static int pivot(int[] work, int low, int high, int wanted) {
    if (high - low <= SAMPLED) {
      int a = work[low];
      int b = work[(low + high) >>> 1];
      int c = work[high - 1];
      return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
    double n = high - low;
    double i = wanted - low + 1.0;
    double z = Math.log(n);
    double s = 0.5 * Math.exp(2 * z / 3);
    double spread = 0.5 * Math.sqrt(z * s * (n - s) / n) * Math.signum(i - n / 2);
    int left = Math.max(low, (int) (wanted - i * s / n + spread));
    int right = Math.min(high - 1, (int) (wanted + (n - i) * s / n + spread));
    return select(work, left, right + 1, wanted);
  }
}
