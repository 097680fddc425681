package dev.auricle.learn.classical;

import java.util.Arrays;

/**
 * A table's columns cut into at most 255 bins of about equally many rows, so that a tree sorts a
 * node's rows by counting. A column of at most 255 distinct values has a bin for each and loses
 * nothing. NaN has a bin of its own above all others.
 */
final class Bins {
  static final int MOST = 255;
  static final int NAN = 255;

  private final byte[][] codes;
  private final float[][] lowest;
  private final float[][] highest;

  private Bins(int columns) {
    codes = new byte[columns][];
    lowest = new float[columns][];
    highest = new float[columns][];
  }

  /**
   * Cuts a table.
   *
   * @param most bins a column, from 2 to 255
   */
  static Bins of(Table table, int most) {
    Bins bins = new Bins(table.columns());
    float[] column = new float[table.rows()];
    for (int c = 0; c < table.columns(); c++) {
      for (int i = 0; i < column.length; i++) {
        // Adding 0 turns -0 into 0: equal numbers must share a bin.
        column[i] = table.values()[i][c] + 0f;
      }
      bins.cut(c, column, most);
    }
    return bins;
  }

  private void cut(int c, float[] column, int most) {
    float[] sorted = column.clone();
    Arrays.sort(sorted);
    int real = sorted.length;
    while (real > 0 && Float.isNaN(sorted[real - 1])) {
      real--;
    }
    int distinct = 0;
    for (int i = 0; i < real; i++) {
      distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
    }
    float[] low = new float[Math.min(distinct, most)];
    float[] high = new float[low.length];
    int made = 0;
    for (int i = 0; i < real; ) {
      low[made] = sorted[i];
      // The rows left are shared among the bins left; equal values are never parted.
      int end = distinct <= most ? i : i + Math.max(0, (real - i) / (most - made) - 1);
      while (end + 1 < real && sorted[end + 1] == sorted[end]) {
        end++;
      }
      high[made++] = sorted[end];
      i = end + 1;
    }
    lowest[c] = Arrays.copyOf(low, made);
    highest[c] = Arrays.copyOf(high, made);
    codes[c] = new byte[column.length];
    for (int i = 0; i < column.length; i++) {
      codes[c][i] = (byte) code(c, column[i]);
    }
  }

  private int code(int c, float value) {
    if (Float.isNaN(value)) {
      return NAN;
    }
    int place = Arrays.binarySearch(highest[c], value);
    return place >= 0 ? place : -place - 1;
  }

  int columns() {
    return codes.length;
  }

  /** Bin of each row, as unsigned bytes. */
  byte[] codes(int column) {
    return codes[column];
  }

  /** The last bin below {@link #NAN}. */
  int last(int column) {
    return highest[column].length - 1;
  }

  /** Smallest value in a bin. */
  float lowest(int column, int bin) {
    return bin == NAN ? Float.NaN : lowest[column][bin];
  }

  /** Largest value in a bin. */
  float highest(int column, int bin) {
    return bin == NAN ? Float.NaN : highest[column][bin];
  }

  /** The last bin whose values are all at most {@code value}; -1 if there is none. */
  int below(int column, double value) {
    float[] tops = highest[column];
    int from = 0;
    int to = tops.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (tops[middle] <= value) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from - 1;
  }

  /** Halfway between two bins: at least the left's largest value, below the right's smallest. */
  float between(int column, int left, int right) {
    float from = highest(column, left);
    float to = lowest(column, right);
    float middle = (float) (((double) from + to) / 2);
    return middle < to ? middle : from;
  }
}
