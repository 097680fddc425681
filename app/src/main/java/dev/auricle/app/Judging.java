package dev.auricle.app;

import dev.auricle.data.Dataset;
import dev.auricle.data.Protocol;
import dev.auricle.learn.experiment.Comparison;
import dev.auricle.learn.experiment.Experiment;
import dev.auricle.learn.experiment.RecipeResult;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.runtime.Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs an experiment with progress, and writes the bundles that were asked for. */
final class Judging {
  private Judging() {}

  /** Recipes on the same folds; a bundle each in {@code bundles} unless it is null. */
  static Comparison compare(
      Dataset dataset,
      Protocol protocol,
      List<Recipe> recipes,
      @Nullable Path bundles,
      RunOptions options) {
    try (Progress progress = new Progress(options.quiet);
        Experiment experiment =
            Experiment.open(dataset, protocol, recipes.get(0), options.threads, progress)) {
      announce(dataset, experiment, options);
      List<RecipeResult> results = new ArrayList<>();
      for (Recipe recipe : recipes) {
        RecipeResult result = experiment.judge(recipe);
        if (bundles != null) {
          result = write(experiment, result, bundles.resolve(recipe.name() + ".auricle"));
        }
        results.add(result);
      }
      return experiment.comparison(results);
    }
  }

  /** Recipes on the same folds; the bundle of the most accurate goes to {@code file}. */
  static Comparison keepBest(
      Dataset dataset, Protocol protocol, List<Recipe> recipes, Path file, RunOptions options) {
    try (Progress progress = new Progress(options.quiet);
        Experiment experiment =
            Experiment.open(dataset, protocol, recipes.get(0), options.threads, progress)) {
      announce(dataset, experiment, options);
      List<RecipeResult> results = new ArrayList<>();
      for (Recipe recipe : recipes) {
        results.add(experiment.judge(recipe));
      }
      RecipeResult best = ComparisonText.best(experiment.comparison(results));
      results.replaceAll(result -> result == best ? write(experiment, best, file) : result);
      return experiment.comparison(results);
    }
  }

  /** Judges one recipe and writes its bundle. */
  static Comparison train(
      Dataset dataset, Protocol protocol, Recipe recipe, Path file, RunOptions options) {
    try (Progress progress = new Progress(options.quiet);
        Experiment experiment =
            Experiment.open(dataset, protocol, recipe, options.threads, progress)) {
      announce(dataset, experiment, options);
      return experiment.comparison(List.of(write(experiment, experiment.judge(recipe), file)));
    }
  }

  private static void announce(Dataset dataset, Experiment experiment, RunOptions options) {
    List<String> warnings = experiment.dataset().warnings();
    if (!options.quiet) {
      Announcement.warnings(warnings.subList(dataset.warnings().size(), warnings.size()));
      Announcement.warnings(experiment.findings());
    }
  }

  private static RecipeResult write(Experiment experiment, RecipeResult result, Path file) {
    Bundle bundle = experiment.bundle(result);
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      bundle.write(file);
      return result.writtenTo(file, Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file + " failed", e);
    }
  }
}
