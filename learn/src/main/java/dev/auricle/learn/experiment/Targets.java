package dev.auricle.learn.experiment;

import dev.auricle.data.Example;
import java.util.List;

/** Labels as numbers. */
final class Targets {
  private Targets() {}

  /**
   * 1 for each label that the example carries, 0 elsewhere; labels outside the list are passed
   * over.
   */
  static float[] of(Example example, List<String> labels) {
    float[] target = new float[labels.size()];
    for (String label : example.labels()) {
      int k = labels.indexOf(label);
      if (k >= 0) {
        target[k] = 1;
      }
    }
    return target;
  }
}
