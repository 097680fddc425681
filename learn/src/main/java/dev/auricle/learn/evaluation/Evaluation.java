package dev.auricle.learn.evaluation;

import dev.auricle.data.Protocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Predictions and the protocol they were obtained under; every metric is computed from one of
 * these, so no score exists without its protocol.
 *
 * @param predictions pooled over the test clips
 * @param protocol how they were obtained
 */
public record Evaluation(Predictions predictions, Protocol protocol) {

  /**
   * @throws IllegalArgumentException if there is no clip to score
   */
  public Evaluation {
    if (predictions.size() == 0) {
      throw new IllegalArgumentException("an evaluation needs at least one clip, found none");
    }
  }

  /** Evaluations of different clips under one protocol, as one. */
  public static Evaluation pooled(List<Evaluation> parts) {
    Evaluation first = parts.get(0);
    List<String> ids = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    List<float[]> targets = new ArrayList<>();
    List<float[]> probabilities = new ArrayList<>();
    for (Evaluation part : parts) {
      ids.addAll(part.predictions.ids());
      groups.addAll(part.predictions.groups());
      targets.addAll(Arrays.asList(part.predictions.targets()));
      probabilities.addAll(Arrays.asList(part.predictions.probabilities()));
    }
    Predictions pooled =
        new Predictions(
            first.predictions.labels(),
            ids,
            groups,
            targets.toArray(float[][]::new),
            probabilities.toArray(float[][]::new),
            first.predictions.multiLabel());
    return new Evaluation(pooled, first.protocol);
  }

  /**
   * Share of clips whose most probable label is right, in [0, 1] (multi-label: all labels right at
   * 0.5).
   */
  public double accuracy() {
    int right = 0;
    for (int i = 0; i < predictions.size(); i++) {
      right += predictions.right(i) ? 1 : 0;
    }
    return (double) right / predictions.size();
  }

  /**
   * Unweighted mean of the labels' F1, over the labels that some clip carries or is given: one that
   * the test clips never show and the model never names says nothing and is left out.
   */
  public double macroF1() {
    return LabelCounts.of(predictions).macroF1();
  }

  /**
   * Share of the clips that carry the most frequent label: what always guessing it would score.
   * (Multi-label: the most frequent set of labels.)
   */
  public double majority() {
    return LabelCounts.majority(predictions);
  }

  /**
   * Counts, {@code [true label][predicted label]}: a row holds the clips that carry a label, a
   * column those that were given it. (Sources differ; scikit-learn's rows are the true labels too.)
   *
   * @throws IllegalStateException for multi-label predictions, where a clip has no one cell
   */
  public int[][] confusion() {
    if (predictions.multiLabel()) {
      throw new IllegalStateException("a confusion matrix needs clips of one label each");
    }
    int labels = predictions.labels().size();
    int[][] counts = new int[labels][labels];
    for (int i = 0; i < predictions.size(); i++) {
      counts[predictions.truth(i)][predictions.guess(i)]++;
    }
    return counts;
  }

  /**
   * 95 % interval of the accuracy: percentiles of 2000 bootstrap resamples of whole groups, since
   * clips of one speaker or recording are not independent; of clips where there are fewer than ten
   * groups. Drawn with the protocol's seed.
   */
  public Interval accuracyInterval() {
    double[] right = new double[predictions.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = predictions.right(i) ? 1 : 0;
    }
    return Bootstrap.over(predictions.groups(), protocol.seed()).mean(right);
  }

  /**
   * A bootstrap interval.
   *
   * @param low 2.5th percentile
   * @param high 97.5th percentile
   * @param unit what was drawn: {@code group}, or {@code clip} where there are fewer than ten
   *     groups
   */
  public record Interval(double low, double high, String unit) {}
}
