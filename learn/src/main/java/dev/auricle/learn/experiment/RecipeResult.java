package dev.auricle.learn.experiment;

import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.learn.evaluation.Optimism;
import dev.auricle.learn.recipe.Recipe;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
 * @param optimism how much a random split flatters; null where it was not asked for
 */
public record RecipeResult(
    Recipe recipe,
    Evaluation test,
    double trainAccuracy,
    List<FoldResult> folds,
    double fitSeconds,
    double millisPerClip,
    long bundleBytes,
    @Nullable Path bundle,
    @Nullable Optimism optimism) {

  /** A result without its optimism. */
  public RecipeResult(
      Recipe recipe,
      Evaluation test,
      double trainAccuracy,
      List<FoldResult> folds,
      double fitSeconds,
      double millisPerClip,
      long bundleBytes,
      @Nullable Path bundle) {
    this(recipe, test, trainAccuracy, folds, fitSeconds, millisPerClip, bundleBytes, bundle, null);
  }

  /** Train accuracy minus test accuracy: how much the model has learnt by heart. */
  public double gap() {
    return trainAccuracy - test.accuracy();
  }

  /**
   * What is lost on test clips without each group of columns, the mean over the folds, each by its
   * number of test clips, most first; empty where it was not asked for.
   */
  public Map<String, Double> lostWithout() {
    double clips = folds.stream().mapToInt(fold -> fold.fold().test().length).sum();
    Map<String, Double> means = new LinkedHashMap<>();
    for (FoldResult fold : folds) {
      double share = fold.fold().test().length / clips;
      fold.lost().forEach((group, lost) -> means.merge(group, share * lost, Double::sum));
    }
    Map<String, Double> sorted = new LinkedHashMap<>();
    means.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /**
   * Labels that no threshold could be fitted to in some fold, so that they are given from
   * probability 0.5 on there; empty where none were asked for.
   */
  public List<String> withoutThreshold() {
    return folds.stream()
        .map(fold -> fold.details().get(Fit.EVEN))
        .flatMap(labels -> labels instanceof List<?> list ? list.stream() : Stream.of())
        .map(String::valueOf)
        .distinct()
        .sorted()
        .toList();
  }

  /** The same with the place that the bundle was written to. */
  public RecipeResult writtenTo(Path file, long bytes) {
    return new RecipeResult(
        recipe, test, trainAccuracy, folds, fitSeconds, millisPerClip, bytes, file, optimism);
  }

  /** The same with what a random split would have promised. */
  public RecipeResult withOptimism(Optimism found) {
    return new RecipeResult(
        recipe, test, trainAccuracy, folds, fitSeconds, millisPerClip, bundleBytes, bundle, found);
  }
}
