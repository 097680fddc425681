package dev.auricle.learn.experiment;

import dev.auricle.data.Fold;
import dev.auricle.learn.training.EpochScore;
import java.util.List;
import java.util.Map;

/**
 * One fold's figures.
 *
 * @param fold which
 * @param accuracy on its test clips
 * @param trainAccuracy on the clips fitted on
 * @param curve the learning curve; empty for models fitted at once
 * @param details the trainer's numbers: parameters, trees, best epoch
 * @param importance a weight for each input column; empty where the model has none
 * @param lost what is lost on the test clips without each group of columns, as {@link Permutation}
 *     measures it; empty where it was not asked for
 */
public record FoldResult(
    Fold fold,
    double accuracy,
    double trainAccuracy,
    List<EpochScore> curve,
    Map<String, Object> details,
    double[] importance,
    Map<String, Double> lost) {

  /** Figures without what is lost without columns. */
  public FoldResult(
      Fold fold,
      double accuracy,
      double trainAccuracy,
      List<EpochScore> curve,
      Map<String, Object> details,
      double[] importance) {
    this(fold, accuracy, trainAccuracy, curve, details, importance, Map.of());
  }
}
