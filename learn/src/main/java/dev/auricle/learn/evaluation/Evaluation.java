package dev.auricle.learn.evaluation;

import dev.auricle.data.Protocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

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
    List<double[]> thresholds = new ArrayList<>();
    for (Evaluation part : parts) {
      ids.addAll(part.predictions.ids());
      groups.addAll(part.predictions.groups());
      targets.addAll(Arrays.asList(part.predictions.targets()));
      probabilities.addAll(Arrays.asList(part.predictions.probabilities()));
      thresholds.addAll(Arrays.asList(part.predictions.thresholds()));
    }
    Predictions pooled =
        new Predictions(
            first.predictions.labels(),
            ids,
            groups,
            targets.toArray(float[][]::new),
            probabilities.toArray(float[][]::new),
            first.predictions.multiLabel(),
            thresholds.toArray(double[][]::new));
    return new Evaluation(pooled, first.protocol);
  }

  /**
   * Share of clips whose most probable label is right, in [0, 1], whether it reaches its threshold
   * or not (multi-label: those given exactly the labels they carry).
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

  /** F1 of all answers together; for clips of one label each, the accuracy. */
  public double microF1() {
    return LabelCounts.of(predictions).microF1();
  }

  /** Mean of the labels' F1, weighed by how many clips carry each. */
  public double weightedF1() {
    return LabelCounts.of(predictions).weightedF1();
  }

  /** Mean recall over the labels that some clip carries. */
  public double balancedAccuracy() {
    return LabelCounts.of(predictions).balancedAccuracy();
  }

  /** Precision, recall, F1, ROC AUC and average precision of each label, in their order. */
  public List<LabelScore> labelScores() {
    return LabelScore.of(predictions);
  }

  /**
   * Share of clips whose (first) label is among the {@code k} most probable; of equals, the first.
   */
  public double topK(int k) {
    return Ranking.topK(predictions, k);
  }

  /**
   * Mean over clips of {@code -ln} of the probability of their label (multi-label: mean over all
   * answers of the binary log loss). Probabilities are kept 2.2e-16 away from 0 and 1, as
   * scikit-learn does.
   */
  public double logLoss() {
    return ProbabilityScores.logLoss(predictions);
  }

  /**
   * Brier's score: mean over clips of the sum over labels of squared differences between
   * probability and truth, in [0, 2] (multi-label: the mean over labels instead).
   */
  public double brier() {
    return ProbabilityScores.brier(predictions);
  }

  /**
   * Expected calibration error: how far the clips' highest probability is from how often it is
   * right, in {@link Reliability#BINS} bins of equal width, weighed by their clips. (Multi-label:
   * of every answer.)
   */
  public double calibrationError() {
    return Reliability.of(predictions).error();
  }

  /** What the fitted thresholds answer, and how well. */
  public Answered answered() {
    return Answered.of(predictions);
  }

  /** Mean over labels of the area under the ROC curve, each label against the rest. */
  public double rocAuc() {
    return LabelScore.mean(labelScores(), LabelScore::rocAuc);
  }

  /** Mean over labels of the average precision (mAP). */
  public double meanAveragePrecision() {
    return LabelScore.mean(labelScores(), LabelScore::averagePrecision);
  }

  /** Label-weighted label-ranking average precision, as DCASE 2019 scores tagging. */
  public double lwlrap() {
    return Ranking.lwlrap(predictions);
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
   * 95 % interval of the accuracy. Clips of one speaker or recording are not independent, so whole
   * groups are drawn with replacement, with the protocol's seed ({@code group}); where each clip is
   * its own group, or there are fewer than five, it is Wilson's of so many clips ({@code clip}).
   * Where every clip of every group is right, or none is, draws would all be alike, and it is
   * Wilson's as well, of fewer clips the fewer the groups (as Korn and Graubard, 1998, count them).
   */
  public Interval accuracyInterval() {
    Bootstrap bootstrap = Bootstrap.over(predictions.groups(), protocol.seed());
    double accuracy = accuracy();
    int clips = predictions.size();
    if (!bootstrap.byGroup() || accuracy == 0 || accuracy == 1) {
      double fewer = Normal.student(clips) / Normal.student(bootstrap.size());
      return Binomial.wilson(accuracy, clips * fewer * fewer, bootstrap.unit());
    }
    double[] right = new double[clips];
    for (int i = 0; i < right.length; i++) {
      right[i] = predictions.right(i) ? 1 : 0;
    }
    return bootstrap.mean(right);
  }

  /**
   * 95 % interval of any score, by bootstrap over groups, or over clips where there are fewer than
   * five; scores the clips thousands of times.
   *
   * @param score such as {@code Evaluation::macroF1}
   */
  public Interval interval(ToDoubleFunction<Evaluation> score) {
    return Bootstrap.over(predictions.groups(), protocol.seed())
        .of(clips -> score.applyAsDouble(new Evaluation(predictions.subset(clips), protocol)));
  }

  /**
   * A 95 % interval.
   *
   * @param low its lower end
   * @param high its upper end
   * @param unit what is taken as independent: {@code group}, or {@code clip} where there are fewer
   *     than five groups, or each clip is its own
   */
  public record Interval(double low, double high, String unit) {}
}
