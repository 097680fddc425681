package dev.auricle.app;

import dev.auricle.audio.files.WholeFile;
import dev.auricle.learn.experiment.Comparison;
import dev.auricle.learn.experiment.Experiment;
import dev.auricle.learn.recipe.ChosenOn;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.report.TuningPart;
import dev.auricle.learn.report.TuningPicture;
import dev.auricle.learn.tuning.Budget;
import dev.auricle.learn.tuning.Method;
import dev.auricle.learn.tuning.Metric;
import dev.auricle.learn.tuning.Tuning;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** {@code auricle tune}: searches a recipe's ranges. */
@Command(
    name = "tune",
    description = "Searches a recipe's ranges and writes the best as a recipe of its own.",
    footer = {
      "",
      "Settings are chosen on folds inside each training part, so the nested score is",
      "honest; the naive score, the best seen while choosing, stands beside it. A",
      "stopped search goes on where it was.",
      "",
      "Example:",
      "  auricle tune sounds/ -r forest --budget 30 -o my-forest.yaml",
      "  auricle train sounds/ -r my-forest.yaml"
    })
final class TuneCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DATA", description = "A folder of sounds, or a manifest.")
  private Path data = Path.of("");

  @Option(
      names = {"-r", "--recipe"},
      paramLabel = "RECIPE",
      defaultValue = "forest",
      description = "A recipe with a 'tune' section (default: ${DEFAULT-VALUE}).")
  private String recipe = "forest";

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "random",
      description = "grid, random or halving (default: ${DEFAULT-VALUE}).")
  private Method method = Method.RANDOM;

  @Option(
      names = "--budget",
      paramLabel = "N|TIME",
      defaultValue = "20",
      description = "Trials per search, or a time in all such as 10m (default: ${DEFAULT-VALUE}).")
  private String budget = "20";

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      defaultValue = "accuracy",
      description = "accuracy or macroF1 (default: ${DEFAULT-VALUE}).")
  private String metric = "accuracy";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write the best recipe (default: RECIPE-tuned.yaml, here).")
  private @Nullable Path output;

  @Mixin private DataOptions subset = new DataOptions();
  @Mixin private ProtocolOptions protocolOptions = new ProtocolOptions();
  @Mixin private ReportArguments report = new ReportArguments();
  @Mixin private RunOptions options = new RunOptions();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Tuning.Options search =
        new Tuning.Options(
            method,
            Specs.read(spec, () -> Budget.parse(budget)),
            Specs.read(spec, () -> Metric.of(metric)),
            options.seed);
    Setup setup =
        Setup.of(
            () -> subset.open(data),
            List.of(recipe),
            new AnswerOptions(),
            protocolOptions,
            options,
            spec);
    Recipe untuned = setup.recipes().get(0);
    Path out = output == null ? Path.of(untuned.name() + "-tuned.yaml") : output;
    String base = SoundFiles.baseName(out);
    Path picture = out.resolveSibling(base + ".svg");
    Path usualPage = out.resolveSibling(base + ".html");
    check(setup, List.of(out, picture), usualPage);
    Path journal = out.resolveSibling(out.getFileName() + ".journal");
    try (TuneProgress progress = new TuneProgress(metric, options.quiet);
        Experiment experiment = setup.open(progress);
        Tuning tuning = Tuning.open(experiment, untuned, search, journal, progress)) {
      Tuning.Nested nested = tuning.nested();
      Tuning.Choice choice = tuning.choice();
      Comparison comparison =
          experiment.comparison(List.of(experiment.judge(untuned), nested.result()));
      progress.close();
      TuningPart part = new TuningPart(metric, nested, choice);
      ChosenOn chosen =
          new ChosenOn(
              experiment.fingerprint(),
              experiment.dataset().examples().size(),
              experiment.dataset().name(),
              metric,
              part.nestedScore());
      write(out, chosen.in(choice.recipe().yaml()));
      TuningPicture.write(part.lines(), metric, picture);
      Path page = report.write(comparison, part, usualPage, options);
      TuningText text = new TuningText(data, recipe, comparison, part, out, picture, page);
      System.out.print(
          options.json ? Json.pretty(text.forPrograms(tuning.resumed())) + "\n" : text.forPeople());
    }
    return 0;
  }

  /** Before hours of work, not after them. */
  private void check(Setup setup, List<Path> outputs, Path usualPage) {
    CommandLine command = Specs.commandLine(spec);
    List<Path> read = Outputs.read(data, setup.dataset());
    read.add(Path.of(recipe));
    outputs.forEach(output -> Outputs.check(output, read, command));
    report.check(usualPage, read, command);
  }

  private static void write(Path file, String text) {
    WholeFile.write(file, made -> Files.writeString(made, text));
  }
}
