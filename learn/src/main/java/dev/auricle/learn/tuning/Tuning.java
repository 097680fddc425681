package dev.auricle.learn.tuning;

import dev.auricle.data.Fold;
import dev.auricle.learn.cache.CodeVersion;
import dev.auricle.learn.experiment.Experiment;
import dev.auricle.learn.experiment.InnerFolds;
import dev.auricle.learn.experiment.JudgedFold;
import dev.auricle.learn.experiment.RecipeResult;
import dev.auricle.learn.recipe.Recipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses a recipe's settings, and says honestly what the choice is worth. Finished trials stand in
 * a journal, so that a killed search goes on.
 */
public final class Tuning implements AutoCloseable {
  private final Experiment experiment;
  private final Recipe recipe;
  private final SearchSpace space;
  private final Options options;
  private final Journal journal;
  private final Search search;
  private final Map<String, List<Trial>> made = new HashMap<>();

  private Tuning(
      Experiment experiment, Recipe recipe, Options options, Journal journal, Progress listener) {
    this.experiment = experiment;
    this.recipe = recipe;
    this.space = SearchSpace.of(recipe);
    this.options = options;
    this.journal = journal;
    this.search = new Search(experiment, space, options, journal, listener);
  }

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
   * What choosing settings is worth: each fold's were chosen on folds inside its training part, and
   * scored once on test clips that no choice has seen.
   *
   * @param result the scores, under the recipe's name and {@code , tuned}
   * @param foldValues what each fold's search chose
   * @param naive the mean over folds of the best score while choosing: flattering, since it is the
   *     best of many
   */
  public record Nested(RecipeResult result, List<Map<String, Object>> foldValues, double naive) {}

  /**
   * The settings to keep.
   *
   * @param recipe with them, without ranges
   * @param values the settings
   * @param naive the best mean score while choosing them
   * @param trials all that were tried, best first
   */
  public record Choice(
      Recipe recipe, Map<String, Object> values, double naive, List<Trial> trials) {}

  /**
   * A search to be made.
   *
   * @param experiment the data and the protocol
   * @param recipe one with a {@code tune} section
   * @param journal where finished trials are kept
   * @param listener hears each trial
   */
  public static Tuning open(
      Experiment experiment, Recipe recipe, Options options, Path journal, Progress listener) {
    String settings =
        String.join(
            " ",
            recipe.yaml(),
            experiment.protocol().toString(),
            CodeVersion.ofTraining(),
            experiment.contents(),
            options.method().toString(),
            options.metric().toString(),
            String.valueOf(options.seed()));
    return new Tuning(experiment, recipe, options, Journal.open(journal, settings), listener);
  }

  /** Trials that earlier runs had finished. */
  public int resumed() {
    return journal.size();
  }

  /** For each fold of the protocol, chooses settings inside its training part and scores them. */
  public Nested nested() {
    List<Map<String, Object>> chosen = new ArrayList<>();
    List<JudgedFold> judged = new ArrayList<>();
    double naive = 0;
    List<Fold> folds = experiment.folds();
    for (int f = 0; f < folds.size(); f++) {
      Trial best = inside(folds.get(f)).get(0);
      naive += best.score() / folds.size();
      chosen.add(best.values());
      judged.add(experiment.judge(space.recipe(best.values()), f));
    }
    Recipe tuned =
        recipe.called(recipe.name() + ", tuned", "settings chosen inside each training part");
    return new Nested(experiment.pooled(tuned, judged), chosen, naive);
  }

  /**
   * Chooses the settings to keep: on all clips, by the protocol's own folds; by a protocol of one
   * division, inside its training part.
   */
  public Choice choice() {
    List<Fold> folds = experiment.folds();
    List<Trial> trials =
        folds.size() == 1
            ? inside(folds.get(0))
            : search.run("choosing on all clips", folds, seconds());
    Trial best = trials.get(0);
    Recipe kept = space.recipe(best.values(), recipe.name() + "-tuned");
    return new Choice(kept, best.values(), best.score(), trials);
  }

  private List<Trial> inside(Fold fold) {
    List<Fold> inner = InnerFolds.of(experiment.dataset(), experiment.protocol(), fold.train());
    return made.computeIfAbsent(
        "choosing for " + fold.name(), name -> search.run(name, inner, seconds()));
  }

  /** What one search may take of the budget. */
  private double seconds() {
    int folds = experiment.folds().size();
    return options.budget().seconds() / (folds == 1 ? 1 : folds + 1);
  }

  @Override
  public void close() {
    journal.close();
  }

  /** Hears each finished trial. */
  @FunctionalInterface
  public interface Progress {
    /**
     * @param search which search, in words
     * @param planned the most trials it will make
     * @param trial the one that just finished
     * @param ranked its trials so far, best first
     */
    void finished(String search, int planned, Trial trial, List<Trial> ranked);
  }
}
