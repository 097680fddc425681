package dev.auricle.runtime.detection;

import dev.auricle.runtime.DetectionOptions;
import dev.auricle.runtime.EventRule;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which label each cell has, with hysteresis: a label begins at its {@code on} threshold and goes
 * on down to its {@code off} threshold. Where labels exclude each other, the most probable that may
 * begin takes over from one that is less probable.
 */
final class Thresholds {
  static final int NONE = -1;

  private final EventRule[] rules;
  private final boolean exclusive;
  private final int[] state;

  Thresholds(DetectionOptions options, List<String> labels) {
    this.rules = labels.stream().map(options::ruleOf).toArray(EventRule[]::new);
    this.exclusive = options.exclusive();
    this.state = new int[exclusive ? 1 : rules.length];
    Arrays.fill(state, NONE);
  }

  /** Tracks that run side by side: one where labels exclude each other, else one a label. */
  int lanes() {
    return state.length;
  }

  /**
   * The label of each lane in the next cell, {@link #NONE} where there is none. The array is used
   * again.
   *
   * @param probabilities null in silence
   */
  int[] next(float @Nullable [] probabilities) {
    if (probabilities == null) {
      Arrays.fill(state, NONE);
    } else if (exclusive) {
      state[0] = mostProbable(state[0], probabilities);
    } else {
      for (int label = 0; label < state.length; label++) {
        double threshold = state[label] == NONE ? rules[label].on() : rules[label].off();
        state[label] = probabilities[label] >= threshold ? label : NONE;
      }
    }
    return state;
  }

  private int mostProbable(int before, float[] probabilities) {
    int chosen = before != NONE && probabilities[before] >= rules[before].off() ? before : NONE;
    for (int label = 0; label < probabilities.length; label++) {
      boolean more = chosen == NONE || probabilities[label] > probabilities[chosen];
      if (more && probabilities[label] >= rules[label].on()) {
        chosen = label;
      }
    }
    return chosen;
  }
}
