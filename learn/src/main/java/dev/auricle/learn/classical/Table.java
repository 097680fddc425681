package dev.auricle.learn.classical;

import dev.auricle.learn.training.TrainingData;
import dev.auricle.runtime.Features;
import dev.auricle.signal.AuricleException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Clips as rows of equally many numbers, each with one label or, all through the table, any number
 * of them.
 *
 * @param values {@code float[rows][columns]}; not copied, so treat them as read-only
 * @param labels index of each row's label, in [0, classes); of several the first, 0 where there is
 *     none
 * @param classes size of the label set; a label need not occur
 * @param sets indices of all of each row's labels; empty where each has one
 */
record Table(float[][] values, int[] labels, int classes, int[][] sets) {
  Table {
    if (values.length != labels.length) {
      throw new IllegalArgumentException(
          values.length + " rows need as many labels, found " + labels.length);
    }
  }

  /** Rows of one label each. */
  Table(float[][] values, int[] labels, int classes) {
    this(values, labels, classes, new int[0][]);
  }

  /**
   * The clips of a training set.
   *
   * @throws AuricleException if there is no clip, or features are no vectors of one length
   */
  static Table of(TrainingData data) {
    if (data.size() == 0) {
      throw new AuricleException("there is no clip to train on");
    }
    float[][] values = new float[data.size()][];
    int[] labels = new int[values.length];
    int[][] sets = new int[data.multiLabel() ? values.length : 0][];
    for (int i = 0; i < values.length; i++) {
      Features features = data.features(i);
      if (features.shape().length != 1) {
        throw new AuricleException(
            "this model reads one vector a clip, but the front-end makes an array of shape "
                + Arrays.toString(features.shape())
                + "; use front-end descriptors, or a network");
      }
      values[i] = features.values();
      if (values[i].length != values[0].length) {
        throw new AuricleException(
            "the front-end makes %d numbers of one clip and %d of another; they must be as many"
                .formatted(values[0].length, values[i].length));
      }
      if (data.multiLabel()) {
        sets[i] = carried(data.target(i));
        labels[i] = sets[i].length == 0 ? 0 : sets[i][0];
      } else {
        labels[i] = data.label(i);
      }
    }
    return new Table(values, labels, data.labels().size(), sets);
  }

  private static int[] carried(float[] target) {
    return IntStream.range(0, target.length).filter(k -> target[k] > 0).toArray();
  }

  /** True where rows carry any number of labels. */
  boolean several() {
    return sets.length > 0;
  }

  /** The question of one label: class 1 for rows that carry it, class 0 for the others. */
  Table versusRest(int label) {
    int[] carries = new int[rows()];
    for (int i = 0; i < carries.length; i++) {
      carries[i] = IntStream.of(sets[i]).anyMatch(k -> k == label) ? 1 : 0;
    }
    return new Table(values, carries, 2);
  }

  int rows() {
    return values.length;
  }

  int columns() {
    return values[0].length;
  }

  /**
   * Makes sure that a model which cannot do without gets numbers only.
   *
   * @throws AuricleException if a value is NaN or infinite
   */
  void requireFinite() {
    for (int i = 0; i < rows(); i++) {
      for (int c = 0; c < columns(); c++) {
        if (!Float.isFinite(values[i][c])) {
          throw new AuricleException(
              ("column %d of training clip %d is %s, and this model needs finite numbers;"
                      + " mend the clip or the front-end, or use recipe forest, which does not")
                  .formatted(c, i, values[i][c]));
        }
      }
    }
  }

  /** Some of the rows. */
  Table subset(int[] rows) {
    float[][] some = new float[rows.length][];
    int[] theirs = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      some[i] = values[rows[i]];
      theirs[i] = labels[rows[i]];
    }
    int[][] someSets =
        several()
            ? IntStream.of(rows).mapToObj(row -> sets[row]).toArray(int[][]::new)
            : new int[0][];
    return new Table(some, theirs, classes, someSets);
  }

  /** Rows of each label. */
  int[] counts() {
    int[] counts = new int[classes];
    for (int label : labels) {
      counts[label]++;
    }
    return counts;
  }
}
