package dev.auricle.signal;

import java.util.Arrays;

/** The middle value. */
public final class Median {
  private Median() {}

  /**
   * The median of a part of an array, which is left as it is: by Hoare's selection, in a time that
   * grows with the number of values.
   *
   * @param values finite numbers
   * @param from first
   * @param to after the last; at least one more than {@code from}
   * @return the middle value, or the mean of the two middle ones
   */
  public static float of(float[] values, int from, int to) {
    float[] work = Arrays.copyOfRange(values, from, to);
    int middle = work.length / 2;
    float upper = select(work, middle);
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

  private static float select(float[] work, int wanted) {
    int low = 0;
    int high = work.length - 1;
    while (low < high) {
      float pivot = middleOf(work[low], work[(low + high) >>> 1], work[high]);
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
        return work[wanted];
      }
    }
    return work[wanted];
  }

  private static float middleOf(float a, float b, float c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
