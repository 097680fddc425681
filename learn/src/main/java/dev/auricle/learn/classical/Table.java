package dev.auricle.learn.classical;

import dev.auricle.learn.training.TrainingData;
import dev.auricle.signal.AuricleException;
import java.util.Arrays;

/**
 * Clips as rows of equally many numbers, each with one label.
 *
 * @param values {@code float[rows][columns]}; not copied, so treat them as read-only
 * @param labels index of each row's label, in [0, classes)
 * @param classes size of the label set; a label need not occur
 */
record Table(float[][] values, int[] labels, int classes) {
  Table {
    if (values.length != labels.length) {
      throw new IllegalArgumentException(
          values.length + " rows need as many labels, found " + labels.length);
    }
  }

  /**
   * The clips of a training set.
   *
   * @throws AuricleException if there is no clip, a clip carries several labels, or features are no
   *     vectors of one length
   */
  static Table of(TrainingData data) {
    if (data.size() == 0) {
      throw new AuricleException("there is no clip to train on");
    }
    if (data.multiLabel()) {
      throw new AuricleException(
          "this model takes one label a clip, but some clips carry several;"
              + " use a network (for example recipe cnn)");
    }
    float[][] values = new float[data.size()][];
    int[] labels = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      if (data.features(i).shape().length != 1) {
        throw new AuricleException(
            "this model reads one vector a clip, but the front-end makes an array of shape "
                + Arrays.toString(data.features(i).shape())
                + "; use front-end descriptors, or a network");
      }
      values[i] = data.features(i).values();
      if (values[i].length != values[0].length) {
        throw new AuricleException(
            "the front-end makes %d numbers of one clip and %d of another; they must be as many"
                .formatted(values[0].length, values[i].length));
      }
      labels[i] = data.label(i);
    }
    return new Table(values, labels, data.labels().size());
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
    return new Table(some, theirs, classes);
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
