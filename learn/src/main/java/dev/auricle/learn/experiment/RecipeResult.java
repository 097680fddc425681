package dev.auricle.learn.experiment;

import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.learn.recipe.Recipe;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recipe's result under a protocol.
 *
 * @param recipe what was run
 * @param test the pooled test predictions
 * @param trainAccuracy mean over folds of the accuracy on the clips fitted on, in [0, 1]
 * @param folds each fold's own figures
 * @param fitSeconds spent fitting, all folds together
 * @param millisPerClip from prepared samples to probabilities, one thread
 * @param bundleBytes size of the bundle
 * @param bundle where it was written; null if it was not kept
 */
public record RecipeResult(
    Recipe recipe,
    Evaluation test,
    double trainAccuracy,
    List<FoldResult> folds,
    double fitSeconds,
    double millisPerClip,
    long bundleBytes,
    @Nullable Path bundle) {

  /** Train accuracy minus test accuracy: how much the model has learnt by heart. */
  public double gap() {
    return trainAccuracy - test.accuracy();
  }

  /** The same with the place that the bundle was written to. */
  public RecipeResult writtenTo(Path file, long bytes) {
    return new RecipeResult(
        recipe, test, trainAccuracy, folds, fitSeconds, millisPerClip, bytes, file);
  }
}
