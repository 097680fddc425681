package dev.auricle.bench.accuracy;

import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.learn.experiment.Experiment;
import dev.auricle.learn.experiment.FoldResult;
import dev.auricle.learn.experiment.RecipeResult;
import dev.auricle.learn.experiment.Stages;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.learn.tuning.Budget;
import dev.auricle.learn.tuning.Method;
import dev.auricle.learn.tuning.Metric;
import dev.auricle.learn.tuning.Tuning;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Accuracies of classical models that owe nothing to the test clips: {@code Nested DATA JOURNALS
 * [ROW[=RECIPE]…]}, all rows by default. For each fold of the protocol every combination of the
 * recipe's ranges is scored on folds inside the training part ({@code -Dmethod=halving}: only the
 * promising ones on all of it), and the best one once on the test clips. Run from the repository's
 * folder, for recipes lie in {@code bench/recipes}. Trials that the journals know are not made
 * again.
 */
public final class Nested {
  private Nested() {}

  public static void main(String[] args) {
    Path data = Path.of(args[0]);
    Path journals = Path.of(args[1]);
    List<String> wanted = Arrays.asList(args).subList(2, args.length);
    if (wanted.isEmpty()) {
      Row.NESTED.forEach(row -> run(row, row.recipe(), data, journals));
    }
    for (String words : wanted) {
      Task task = Task.parse(words, Row.NESTED);
      if (!task.folds().isEmpty()) {
        throw new IllegalArgumentException(words + ": all folds are run, leave the folds out");
      }
      run(task.row(), task.recipe(), data, journals);
    }
  }

  private static void run(Row row, String recipeName, Path data, Path journals) {
    Recipe recipe = Recipes.load(recipeName);
    Method method = Method.valueOf(System.getProperty("method", "grid").toUpperCase(Locale.ROOT));
    Tuning.Options options =
        new Tuning.Options(method, Budget.parse("1000"), Metric.ACCURACY, Row.SEED);
    Path journal = journals.resolve(row.name() + "-" + recipe.name() + "-" + method + ".jsonl");
    int threads = Integer.getInteger("threads", 2);
    long start = System.nanoTime();
    try (Experiment experiment =
            Experiment.open(row.dataset(data), row.protocol(), recipe, threads, Stages.NONE);
        Tuning tuning =
            Tuning.open(
                experiment,
                recipe,
                options,
                journal,
                (search, planned, trial, ranked) ->
                    System.err.printf(
                        Locale.ROOT,
                        "%s, %s: %d of %d, %.4f, best %.4f %s%n",
                        row.name(),
                        search,
                        ranked.size(),
                        planned,
                        trial.score(),
                        ranked.get(0).score(),
                        ranked.get(0).values()))) {
      print(row.name(), tuning.nested(), (System.nanoTime() - start) / 1e9);
    }
  }

  private static void print(String row, Tuning.Nested nested, double seconds) {
    RecipeResult result = nested.result();
    Evaluation test = result.test();
    Evaluation.Interval interval = test.accuracyInterval();
    System.out.printf(
        Locale.ROOT,
        "%s %s: %.0f of %d = %.2f %% (%.1f-%.1f by %s), train %.1f, naive %.2f, %.0f s%n",
        row,
        result.recipe().name(),
        test.accuracy() * test.predictions().size(),
        test.predictions().size(),
        100 * test.accuracy(),
        100 * interval.low(),
        100 * interval.high(),
        interval.unit(),
        100 * result.trainAccuracy(),
        100 * nested.naive(),
        seconds);
    for (int f = 0; f < nested.foldValues().size(); f++) {
      FoldResult fold = result.folds().get(f);
      System.out.printf(
          Locale.ROOT,
          "  %s: %.2f %s%n",
          fold.fold().name(),
          100 * fold.accuracy(),
          nested.foldValues().get(f));
    }
  }
}
