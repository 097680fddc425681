package dev.auricle.signal;

import java.util.Arrays;

/** The middle value. */
public final class Median {
  /** Stretches longer than this are worth a sample. */
  private static final int SAMPLED = 200;

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
    float[] work = Arrays.copyOfRange(values, from, to);
    int middle = work.length / 2;
    float upper = select(work, 0, work.length - 1, middle);
    if (work.length % 2 == 1) {
      return upper;
    }
    // Those left of the middle are not greater than it.
    float lower = work[0];
    for (int i = 1; i < middle; i++) {
      lower = Math.max(lower, work[i]);
    }
    return (float) (((double) lower + upper) / 2);
  }

  /**
   * Floyd and Rivest's selection ("Algorithm 489", 1975): the pivots come from a small sample
   * around the wanted place, so that most values are compared little more than once.
   */
  private static float select(float[] work, int from, int to, int wanted) {
    int low = from;
    int high = to;
    while (low < high) {
      if (high - low > SAMPLED) {
        double n = high - low + 1.0;
        double i = wanted - low + 1.0;
        double z = Math.log(n);
        double s = 0.5 * Math.exp(2 * z / 3);
        double spread = 0.5 * Math.sqrt(z * s * (n - s) / n) * Math.signum(i - n / 2);
        int left = Math.max(low, (int) (wanted - i * s / n + spread));
        int right = Math.min(high, (int) (wanted + (n - i) * s / n + spread));
        select(work, left, right, wanted);
      }
      float pivot = work[wanted];
      int i = low;
      int j = high;
      while (i <= j) {
        while (work[i] < pivot) {
          i++;
        }
        while (work[j] > pivot) {
          j--;
        }
        if (i <= j) {
          float swap = work[i];
          work[i++] = work[j];
          work[j--] = swap;
        }
      }
      if (wanted <= j) {
        high = j;
      } else if (wanted >= i) {
        low = i;
      } else {
        break;
      }
    }
    return work[wanted];
  }
}
