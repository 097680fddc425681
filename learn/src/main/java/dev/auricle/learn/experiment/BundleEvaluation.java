package dev.auricle.learn.experiment;

import dev.auricle.learn.evaluation.Evaluation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished bundle's scores on labelled sounds.
 *
 * @param comparison one result, for the bundle, on every clip that could be read and whose label
 *     the bundle knows; its training accuracy is the one stated in the bundle (NaN if none is)
 * @param seen how many of the clips the bundle was trained on, known by their samples
 * @param unseen the scores on the others; null if there are none
 * @param ofTrainedGroups how many of the clips are of a group (a speaker, a source) that the bundle
 *     was trained on, known by its name; null where the bundle or the dataset names no groups
 * @param otherGroups the scores on those of other groups that it was not trained on either; null if
 *     there are none, or no groups are named
 * @param warnings clips left out, with the reason
 * @param damages clips scored although something was wrong with them, with what
 */
public record BundleEvaluation(
    Comparison comparison,
    int seen,
    @Nullable Evaluation unseen,
    @Nullable Integer ofTrainedGroups,
    @Nullable Evaluation otherGroups,
    List<String> warnings,
    List<String> damages) {

  /** The scores on all clips. */
  public Evaluation all() {
    return comparison.results().get(0).test();
  }
}
