package dev.auricle.runtime.detection;

import java.util.Arrays;

/** Labels and smoothed probabilities of one lane's cells, as far back as somebody may ask. */
final class CellHistory {
  private int[] labels = new int[256];
  private float[] scores = new float[256];

  /** The cell that lies first in the arrays. */
  private long first;

  private int count;

  /** The next cell's label, or {@link Thresholds#NONE}, and its probability. */
  void add(int label, float score) {
    if (count == labels.length) {
      labels = Arrays.copyOf(labels, 2 * count);
      scores = Arrays.copyOf(scores, 2 * count);
    }
    labels[count] = label;
    scores[count++] = score;
  }

  /** The mean over those of some cells that have the label; {@code none} where none has. */
  double mean(int label, long from, long to, double none) {
    double sum = 0;
    int cells = 0;
    for (long i = Math.max(0, from - first); i < Math.min(count, to - first); i++) {
      if (labels[(int) i] == label) {
        sum += scores[(int) i];
        cells++;
      }
    }
    return cells == 0 ? none : sum / cells;
  }

  /** Cells before this one are not asked for any more. */
  void forget(long cell) {
    int gone = (int) Math.min(count, Math.max(0, cell - first));
    if (gone > labels.length / 2) {
      System.arraycopy(labels, gone, labels, 0, count - gone);
      System.arraycopy(scores, gone, scores, 0, count - gone);
      first += gone;
      count -= gone;
    }
  }
}
