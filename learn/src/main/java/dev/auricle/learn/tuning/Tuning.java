package dev.auricle.learn.tuning;

import dev.auricle.data.Fold;
import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.learn.experiment.Experiment;
import dev.auricle.learn.experiment.InnerFolds;
import dev.auricle.learn.recipe.Recipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Chooses a recipe's settings, and says honestly what the choice is worth.
 *
 * <p>Nested: for each fold of the protocol, settings are chosen on folds inside its training part,
 * the model is fitted with them and scored once on the test clips, which no choice has seen. Then
 * the settings to keep are chosen on all clips, by the protocol's own folds (a protocol of one
 * division keeps those of its training part). The best score seen while choosing is shown too, as
 * the naive one: it flatters.
 */
public final class Tuning {
  private Tuning() {}

  /**
   * How to search.
   *
   * @param method how combinations are chosen
   * @param budget how much to spend
   * @param metric what to make large
   * @param seed of what is drawn
   */
  public record Options(Method method, Budget budget, Metric metric, long seed) {}

  /**
   * What came of it.
   *
   * @param best the recipe to keep, without ranges
   * @param values its settings
   * @param naive the best mean score while choosing it: flattering, since the best of many was
   *     picked
   * @param nested scored on test clips that no choice has seen
   * @param foldValues what each fold's search chose
   * @param trials of the last search, best first
   * @param resumed trials found in the journal
   */
  public record Result(
      Recipe best,
      Map<String, Object> values,
      double naive,
      Evaluation nested,
      List<Map<String, Object>> foldValues,
      List<Trial> trials,
      int resumed) {}

  /**
   * Searches.
   *
   * @param experiment the data and the protocol
   * @param recipe one with a {@code tune} section
   * @param journal where finished trials are kept
   * @param listener hears each trial
   */
  public static Result run(
      Experiment experiment, Recipe recipe, Options options, Path journal, Progress listener) {
    SearchSpace space = SearchSpace.of(recipe);
    String settings =
        recipe.yaml()
            + experiment.protocol()
            + experiment.dataset().root()
            + experiment.dataset().examples().size()
            + options.method()
            + options.metric()
            + options.seed();
    try (Journal kept = Journal.open(journal, settings)) {
      Search search = new Search(experiment, space, options, kept, listener);
      List<Fold> folds = experiment.folds();
      int searches = folds.size() == 1 ? 1 : folds.size() + 1;
      double seconds = options.budget().seconds() / searches;
      List<Map<String, Object>> chosen = new ArrayList<>();
      List<Evaluation> tested = new ArrayList<>();
      List<Trial> trials = List.of();
      for (int f = 0; f < folds.size(); f++) {
        Fold fold = folds.get(f);
        List<Fold> inner = InnerFolds.of(experiment.dataset(), experiment.protocol(), fold.train());
        trials = search.run("choosing for " + fold.name(), inner, seconds);
        chosen.add(trials.get(0).values());
        tested.add(experiment.tryOut(space.recipe(trials.get(0).values()), fold, f));
      }
      if (folds.size() > 1) {
        trials = search.run("choosing on all clips", folds, seconds);
      }
      Trial best = trials.get(0);
      return new Result(
          space.recipe(best.values()),
          best.values(),
          best.score(),
          Evaluation.pooled(tested),
          chosen,
          trials,
          kept.size());
    }
  }

  /** Hears each finished trial. */
  @FunctionalInterface
  public interface Progress {
    /**
     * @param search which search, in words
     * @param done its trials so far
     * @param planned the most it will make
     * @param trial the one that just finished
     * @param best the best so far
     */
    void finished(String search, int done, int planned, Trial trial, Trial best);
  }
}
