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
 * @param warnings clips left out, with the reason
 */
public record BundleEvaluation(
    Comparison comparison, int seen, @Nullable Evaluation unseen, List<String> warnings) {

  /** The scores on all clips. */
  public Evaluation all() {
    return comparison.results().get(0).test();
  }
}
