package dev.auricle.runtime.detection;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A running median over cells, label by label. At the ends of the stream it is taken over the cells
 * that there are; silent cells do not count.
 */
final class Smoothing {
  /** Hears cells in order; {@code null} stands for a silent one. */
  @FunctionalInterface
  interface Next {
    void cell(float @Nullable [] probabilities);
  }

  private static final float[] SILENT = {};

  private final int half;
  private final Next next;
  private final Deque<float[]> rows = new ArrayDeque<>();
  private long received;
  private long passedOn;

  /**
   * @param width in cells; made odd by rounding up
   */
  Smoothing(int width, Next next) {
    this.half = width / 2;
    this.next = next;
  }

  void accept(float @Nullable [] row) {
    rows.add(row == null ? SILENT : row);
    received++;
    if (received > half) {
      pass();
    }
  }

  void finish() {
    while (passedOn < received) {
      pass();
    }
  }

  /** The oldest row that counts is {@code half} cells before the one passed on. */
  private void pass() {
    long oldest = received - rows.size();
    while (oldest < passedOn - half) {
      rows.removeFirst();
      oldest++;
    }
    float[] middle = SILENT;
    Iterator<float[]> each = rows.iterator();
    for (long cell = oldest; cell <= passedOn; cell++) {
      middle = each.next();
    }
    if (middle.length == 0 || half == 0) {
      next.cell(middle.length == 0 ? null : middle);
    } else {
      next.cell(medians(middle.length));
    }
    passedOn++;
  }

  private float[] medians(int labels) {
    float[] medians = new float[labels];
    float[] values = new float[rows.size()];
    for (int label = 0; label < labels; label++) {
      int count = 0;
      for (float[] row : rows) {
        if (row.length > 0) {
          values[count++] = row[label];
        }
      }
      Arrays.sort(values, 0, count);
      medians[label] = (values[(count - 1) / 2] + values[count / 2]) / 2;
    }
    return medians;
  }
}
