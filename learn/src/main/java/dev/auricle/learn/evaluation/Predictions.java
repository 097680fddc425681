package dev.auricle.learn.evaluation;

import dev.auricle.runtime.Bundle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model said of clips whose labels are known.
 *
 * @param labels the label set, in the order of the columns below
 * @param ids of the clips
 * @param groups of the clips, for the bootstrap
 * @param targets {@code float[clips][labels]}, 1 for each label a clip carries
 * @param probabilities {@code float[clips][labels]}, in [0, 1]
 * @param multiLabel true where labels are independent
 * @param thresholds {@code double[clips][labels]}, the least probability at which a label is given;
 *     fitted without the clips they are used on. Empty where none were fitted
 */
public record Predictions(
    List<String> labels,
    List<String> ids,
    List<String> groups,
    float[][] targets,
    float[][] probabilities,
    boolean multiLabel,
    double[][] thresholds) {

  /** How far outside [0, 1] rounding may carry a probability before it is refused. */
  private static final float SLACK = 1e-4f;

  /**
   * Checks that the parts fit together.
   *
   * @throws IllegalArgumentException naming the clip where a row has the wrong length, a target is
   *     neither 0 nor 1, a probability is not in [0, 1], or a single-label clip carries any number
   *     of labels but one
   */
  public Predictions {
    labels = List.copyOf(labels);
    ids = List.copyOf(ids);
    groups = List.copyOf(groups);
    if (labels.isEmpty()) {
      throw new IllegalArgumentException("predictions need at least one label, found none");
    }
    int clips = ids.size();
    if (groups.size() != clips || targets.length != clips || probabilities.length != clips) {
      throw new IllegalArgumentException(
          ("predictions of %d clips need as many groups, targets and probabilities;"
                  + " found %d, %d and %d")
              .formatted(clips, groups.size(), targets.length, probabilities.length));
    }
    if (thresholds.length != 0 && thresholds.length != clips) {
      throw new IllegalArgumentException(
          "predictions of %d clips need as many rows of thresholds or none; found %d"
              .formatted(clips, thresholds.length));
    }
    for (int i = 0; i < clips; i++) {
      check(ids.get(i), labels.size(), targets[i], probabilities[i], multiLabel);
    }
  }

  /** Predictions without fitted thresholds. */
  public Predictions(
      List<String> labels,
      List<String> ids,
      List<String> groups,
      float[][] targets,
      float[][] probabilities,
      boolean multiLabel) {
    this(labels, ids, groups, targets, probabilities, multiLabel, new double[0][]);
  }

  private static void check(
      String id, int labels, float[] targets, float[] probabilities, boolean multiLabel) {
    if (targets.length != labels || probabilities.length != labels) {
      throw new IllegalArgumentException(
          "%s: found %d targets and %d probabilities, expected %d of each"
              .formatted(id, targets.length, probabilities.length, labels));
    }
    int carried = 0;
    for (int k = 0; k < labels; k++) {
      if (targets[k] != 0 && targets[k] != 1) {
        throw new IllegalArgumentException(id + ": a target is " + targets[k] + ", not 0 or 1");
      }
      carried += (int) targets[k];
      if (!(probabilities[k] >= -SLACK && probabilities[k] <= 1 + SLACK)) {
        throw new IllegalArgumentException(
            id + ": a probability is " + probabilities[k] + ", not in [0, 1]");
      }
    }
    if (!multiLabel && carried != 1) {
      throw new IllegalArgumentException(id + ": carries " + carried + " labels, expected one");
    }
  }

  /** Number of clips. */
  public int size() {
    return ids.size();
  }

  /** Some of the clips, in that order; one may come several times. */
  public Predictions subset(int[] clips) {
    List<String> someIds = new ArrayList<>();
    List<String> someGroups = new ArrayList<>();
    float[][] someTargets = new float[clips.length][];
    float[][] someProbabilities = new float[clips.length][];
    double[][] someThresholds = new double[thresholds.length == 0 ? 0 : clips.length][];
    for (int i = 0; i < clips.length; i++) {
      someIds.add(ids.get(clips[i]));
      someGroups.add(groups.get(clips[i]));
      someTargets[i] = targets[clips[i]];
      someProbabilities[i] = probabilities[clips[i]];
      if (thresholds.length > 0) {
        someThresholds[i] = thresholds[clips[i]];
      }
    }
    return new Predictions(
        labels, someIds, someGroups, someTargets, someProbabilities, multiLabel, someThresholds);
  }

  /** The same clips with other probabilities, such as calibrated ones. */
  public Predictions withProbabilities(float[][] others) {
    return new Predictions(labels, ids, groups, targets, others, multiLabel, thresholds);
  }

  /** The same clips, all answered by the same thresholds; null for none. */
  public Predictions withThresholds(@Nullable Thresholds fitted) {
    double[][] rows = new double[fitted == null ? 0 : size()][];
    if (fitted != null) {
      Arrays.fill(rows, fitted.values());
    }
    return new Predictions(labels, ids, groups, targets, probabilities, multiLabel, rows);
  }

  /** Index of the label that clip {@code i} carries; the first of several. */
  public int truth(int i) {
    return largest(targets[i]);
  }

  /** Index of the most probable label of clip {@code i}; of equals, the first. */
  public int guess(int i) {
    return largest(probabilities[i]);
  }

  /**
   * True where clip {@code i} is given label {@code k}: the most probable; of independent labels,
   * each whose probability reaches its threshold (0.5 where none was fitted).
   */
  public boolean given(int i, int k) {
    return multiLabel ? probabilities[i][k] >= threshold(i, k) : guess(i) == k;
  }

  /**
   * True where clip {@code i} has an answer: a label whose probability reaches its threshold. Where
   * labels exclude each other and no thresholds were fitted, always.
   */
  public boolean answered(int i) {
    if (!multiLabel) {
      return probabilities[i][guess(i)] >= threshold(i, guess(i));
    }
    for (int k = 0; k < labels.size(); k++) {
      if (given(i, k)) {
        return true;
      }
    }
    return false;
  }

  private double threshold(int i, int k) {
    return thresholds.length > 0 ? thresholds[i][k] : multiLabel ? Bundle.EVEN : 0;
  }

  /** True where clip {@code i} is given exactly the labels it carries. */
  public boolean right(int i) {
    if (!multiLabel) {
      return guess(i) == truth(i);
    }
    for (int k = 0; k < labels.size(); k++) {
      if (given(i, k) != (targets[i][k] == 1)) {
        return false;
      }
    }
    return true;
  }

  private static int largest(float[] row) {
    int best = 0;
    for (int k = 1; k < row.length; k++) {
      if (row[k] > row[best]) {
        best = k;
      }
    }
    return best;
  }
}
