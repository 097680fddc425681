package dev.auricle.app;

import dev.auricle.data.Dataset;
import dev.auricle.learn.experiment.Advice;
import dev.auricle.learn.experiment.Comparison;
import dev.auricle.learn.experiment.Experiment;
import dev.auricle.learn.experiment.Race;
import dev.auricle.learn.experiment.RecipeResult;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.learn.tuning.Budget;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle compare}: recipes on the same folds. */
@Command(
    name = "compare",
    description = "Judges recipes on the same folds: one table, one report.",
    footer = {
      "",
      "Example:",
      "  auricle compare sounds/ -r forest,cnn --protocol kfold:5",
      "  auricle compare sounds/ --all --budget 10m",
      "  auricle compare FSDD/recordings -r forest,cnn --protocol leave-one-group-out"
    })
final class CompareCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DATA", description = "A folder of sounds, or a manifest.")
  private Path data = Path.of("");

  @Option(
      names = {"-r", "--recipes"},
      paramLabel = "RECIPE",
      split = ",",
      defaultValue = "forest,cnn",
      description = "Built-in recipes or YAML files (default: ${DEFAULT-VALUE}).")
  private List<String> recipes = List.of();

  @Option(names = "--all", description = "Every built-in recipe; the best first in the table.")
  private boolean all;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description =
          "A time such as 90s, 10m or 2h: the quickest recipes come first, and none is begun that "
              + "would likely not end in time. Given again, the command goes on from there.")
  private @Nullable String budget;

  @Option(
      names = "--fresh",
      description = "Judge everything anew, even what an earlier run has finished.")
  private boolean fresh;

  @Option(
      names = "--bundles",
      paramLabel = "DIR",
      description = "Also write each recipe's bundle here, as RECIPE.auricle.")
  private @Nullable Path bundles;

  @Mixin private DataOptions subset = new DataOptions();
  @Mixin private ProtocolOptions protocolOptions = new ProtocolOptions();
  @Mixin private AnswerOptions answers = new AnswerOptions();
  @Mixin private ExtraOptions extras = new ExtraOptions();
  @Mixin private ReportArguments report = new ReportArguments();
  @Mixin private RunOptions options = new RunOptions();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    double seconds = limit();
    List<String> names = all ? Recipes.names() : recipes;
    Setup setup = Setup.of(() -> subset.open(data), names, answers, protocolOptions, options, spec);
    check(setup, names);
    List<String> leftOut = new ArrayList<>();
    Comparison comparison = judge(setup, seconds, leftOut);
    Path written = report.write(comparison, null, usual(comparison.dataset()), options);
    if (options.json) {
      Map<String, Object> map = ComparisonText.forPrograms(comparison);
      map.put("advice", Advice.of(comparison));
      map.put("leftOut", leftOut);
      System.out.println(Json.pretty(map));
    } else {
      System.out.println();
      System.out.print(ComparisonText.forPeople(comparison));
      String advice = Advice.of(comparison);
      if (!advice.isEmpty()) {
        System.out.println(advice);
      }
      if (!leftOut.isEmpty()) {
        System.out.println("left out: " + String.join(", ", leftOut) + afterwards());
      }
      if (written != null) {
        System.out.println("report: " + written);
      }
    }
    return 0;
  }

  private double limit() {
    String words = budget;
    return words == null ? Double.POSITIVE_INFINITY : Specs.read(spec, () -> Budget.time(words));
  }

  /** Before hours of work, not after them. */
  private void check(Setup setup, List<String> names) {
    CommandLine command = Specs.commandLine(spec);
    List<Path> read = Outputs.read(data, setup.dataset());
    names.forEach(name -> read.add(Path.of(name)));
    Path folder = bundles;
    if (folder != null) {
      setup.recipes().forEach(recipe -> Outputs.check(bundle(folder, recipe), read, command));
    }
    report.check(usual(setup.dataset()), read, command);
  }

  /** A name of its own: the report of a training on the same data stays. */
  private static Path usual(Dataset dataset) {
    return Path.of(dataset.name() + "-comparison.html");
  }

  private static Path bundle(Path folder, Recipe recipe) {
    return folder.resolve(recipe.name() + ".auricle");
  }

  private String afterwards() {
    return budget == null
        ? ""
        : "; the budget was %s: give the same command again to go on".formatted(budget);
  }

  private Comparison judge(Setup setup, double seconds, List<String> leftOut) {
    try (Progress progress = new Progress(options.quiet);
        Experiment experiment = extras.prepare(setup.open(progress))) {
      Race race = new Race(experiment, seconds, fresh);
      List<RecipeResult> results = new ArrayList<>();
      boolean quickestFirst = all || budget != null;
      List<Recipe> order = quickestFirst ? Recipes.quickestFirst(setup.recipes()) : setup.recipes();
      for (Recipe recipe : order) {
        RecipeResult judged = judge(race, recipe);
        if (judged == null) {
          leftOut.add(recipe.name());
        } else {
          RecipeResult result = extras.complete(experiment, judged);
          Path folder = bundles;
          results.add(
              folder == null ? result : Judging.write(experiment, result, bundle(folder, recipe)));
          race.done(recipe);
        }
      }
      progress.close();
      if (results.isEmpty()) {
        throw new AuricleException(
            budget == null
                ? "no recipe can be judged on this data"
                : "--budget %s: no recipe was finished in it; what was begun is kept, so the same command goes on"
                    .formatted(budget));
      }
      if (race.found() > 0 && !options.quiet) {
        System.err.printf(
            "%d folds were judged by an earlier run; --fresh judges them anew%n", race.found());
      }
      if (quickestFirst) {
        results.sort(Comparator.comparingDouble(r -> -r.test().accuracy()));
      }
      return experiment.comparison(results);
    }
  }

  /** Null where the time is up or, of {@code --all}, where a recipe cannot be run at all. */
  private @Nullable RecipeResult judge(Race race, Recipe recipe) {
    try {
      return race.judge(recipe);
    } catch (AuricleException e) {
      if (!all) {
        throw e;
      }
      System.err.println("warning: " + recipe.name() + " left out: " + e.getMessage());
      return null;
    }
  }
}
