package dev.auricle.app;

import dev.auricle.data.Dataset;
import dev.auricle.data.Layouts;
import dev.auricle.data.Protocol;
import dev.auricle.learn.experiment.Advice;
import dev.auricle.learn.experiment.Comparison;
import dev.auricle.learn.recipe.Recipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      "  auricle compare FSDD/recordings -r forest,cnn --protocol leave-one-group-out"
    })
final class CompareCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DATA", description = "A folder of sounds, or a manifest.")
  private Path data = Path.of("");

  @Option(
      names = {"-r", "--recipes"},
      paramLabel = "R1,R2,...",
      split = ",",
      defaultValue = "forest,cnn",
      description = "Built-in recipes or YAML files (default: ${DEFAULT-VALUE}).")
  private List<String> recipes = List.of();

  @Option(
      names = "--bundles",
      paramLabel = "DIR",
      description = "Also write each recipe's bundle here, as RECIPE.auricle.")
  private @Nullable Path bundles;

  @Mixin private ProtocolOptions protocolOptions = new ProtocolOptions();
  @Mixin private AnswerOptions answers = new AnswerOptions();
  @Mixin private ReportArguments report = new ReportArguments();
  @Mixin private RunOptions options = new RunOptions();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    List<Recipe> loaded = new ArrayList<>();
    CommandLine command = Specs.commandLine(spec);
    for (String recipe : recipes) {
      loaded.add(answers.applied(RecipeOptions.load(recipe, command), recipe, command));
    }
    Dataset dataset = Layouts.open(data);
    Protocol protocol = protocolOptions.resolve(dataset, options.seed);
    Announcement.of(dataset, protocol, options);
    Comparison comparison = Judging.compare(dataset, protocol, loaded, bundles, options);
    Path written = report.write(comparison, options);
    if (options.json) {
      System.out.println(Json.pretty(ComparisonText.forPrograms(comparison)));
    } else {
      System.out.println();
      System.out.print(ComparisonText.forPeople(comparison));
      String advice = Advice.of(comparison);
      if (!advice.isEmpty()) {
        System.out.println(advice);
      }
      if (written != null) {
        System.out.println("report: " + written);
      }
    }
    return 0;
  }
}
