package dev.auricle.app;

import dev.auricle.learn.experiment.Comparison;
import dev.auricle.learn.experiment.Experiment;
import dev.auricle.learn.experiment.RecipeResult;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.runtime.Bundle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs an experiment with progress, and writes the bundles that were asked for. */
final class Judging {
  private Judging() {}

  /** The recipes on the same folds; the bundle of the most accurate goes to {@code file}. */
  static Comparison keepBest(Setup setup, ExtraOptions extras, Path file) {
    try (Progress progress = new Progress(setup.options().quiet);
        Experiment experiment = extras.prepare(setup.open(progress))) {
      List<RecipeResult> results = new ArrayList<>();
      for (Recipe recipe : setup.recipes()) {
        results.add(extras.complete(experiment, experiment.judge(recipe)));
      }
      RecipeResult best = ComparisonText.best(experiment.comparison(results));
      results.replaceAll(result -> result == best ? write(experiment, best, file) : result);
      return experiment.comparison(results);
    }
  }

  /** Writes the bundle of a judged recipe. */
  static RecipeResult write(Experiment experiment, RecipeResult result, Path file) {
    Bundle bundle = experiment.bundle(result);
    bundle.write(file);
    return result.writtenTo(file, file.toFile().length());
  }
}
