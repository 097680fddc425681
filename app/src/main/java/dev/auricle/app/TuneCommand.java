package dev.auricle.app;

import dev.auricle.data.Dataset;
import dev.auricle.data.Layouts;
import dev.auricle.data.Protocol;
import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.learn.experiment.Experiment;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.report.TuningPicture;
import dev.auricle.learn.tuning.Budget;
import dev.auricle.learn.tuning.Method;
import dev.auricle.learn.tuning.Metric;
import dev.auricle.learn.tuning.Trial;
import dev.auricle.learn.tuning.Tuning;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
      "Settings are chosen on folds inside each training part, so the nested score is honest; the naive",
      "score, the best seen while choosing, stands beside it. A stopped search goes on where it was.",
      "",
      "Example:",
      "  auricle tune sounds/ -r forest --budget 30 -o my-forest.yaml",
      "  auricle train sounds/ -r my-forest.yaml"
    })
final class TuneCommand implements Callable<Integer> {
  private static final int SHOWN = 5;

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

  @Mixin private ProtocolOptions protocolOptions = new ProtocolOptions();
  @Mixin private RunOptions options = new RunOptions();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Recipe loaded = RecipeOptions.load(recipe, Specs.commandLine(spec));
    Tuning.Options search =
        new Tuning.Options(method, Budget.parse(budget), Metric.of(metric), options.seed);
    Dataset dataset = Layouts.open(data);
    Protocol protocol = protocolOptions.resolve(dataset, options.seed);
    Announcement.of(dataset, protocol, options);
    Path out = output == null ? Path.of(loaded.name() + "-tuned.yaml") : output;
    Path journal = out.resolveSibling(out.getFileName() + ".journal");
    Tuning.Result result;
    try (Experiment experiment =
        Experiment.open(dataset, protocol, loaded, options.threads, stage -> (d, t, m) -> {})) {
      result = Tuning.run(experiment, loaded, search, journal, this::show);
    }
    write(out, result.best().yaml());
    Path picture = out.resolveSibling(SoundFiles.baseName(out) + ".svg");
    TuningPicture.write(
        result.trials().stream()
            .map(trial -> new TuningPicture.Trial(trial.values(), trial.score()))
            .toList(),
        metric,
        picture);
    if (options.json) {
      System.out.println(Json.pretty(forPrograms(dataset, protocol, result, out, picture)));
    } else {
      print(result, out, picture);
    }
    return 0;
  }

  private void show(String name, int done, int planned, Trial trial, Trial best) {
    if (!options.quiet) {
      System.err.printf(
          Locale.ROOT,
          "%s: %d of %d  %s %.4f ± %.4f  best %.4f  %s%n",
          name,
          done,
          planned,
          metric,
          trial.score(),
          trial.spread(),
          best.score(),
          trial.values());
    }
  }

  private static void write(Path file, String text) {
    Path made = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.writeString(made, text);
      Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new AuricleException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private void print(Tuning.Result result, Path out, Path picture) {
    Evaluation.Interval ci = result.nested().accuracyInterval();
    TextTable table = new TextTable("settings", metric, "±", "s");
    for (Trial trial : result.trials().subList(0, Math.min(SHOWN, result.trials().size()))) {
      table.add(
          trial.values().toString(),
          String.format(Locale.ROOT, "%.4f", trial.score()),
          String.format(Locale.ROOT, "%.4f", trial.spread()),
          String.format(Locale.ROOT, "%.1f", trial.seconds()));
    }
    System.out.print(table);
    System.out.printf(
        Locale.ROOT,
        "nested: accuracy %s (95 %% interval %s - %s), macro F1 %.3f: on clips that no choice has seen%n",
        ComparisonText.percent(result.nested().accuracy()),
        ComparisonText.percent(ci.low()),
        ComparisonText.percent(ci.high()),
        result.nested().macroF1());
    System.out.printf(
        Locale.ROOT,
        "naive: %s %.4f, the best of %d while choosing: it flatters%n",
        metric,
        result.naive(),
        result.trials().size());
    System.out.println("each fold's choice: " + result.foldValues());
    System.out.println("picture of the search: " + picture);
    System.out.println("wrote " + out + "; try: auricle train " + data + " -r " + out);
  }

  private Map<String, Object> forPrograms(
      Dataset dataset, Protocol protocol, Tuning.Result result, Path out, Path picture) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("dataset", dataset.name());
    map.put("protocol", ComparisonText.protocol(protocol, dataset, result.foldValues().size()));
    map.put("metric", metric);
    map.put("nested", Scores.forPrograms(recipe, result.nested()));
    map.put("naive", result.naive());
    map.put("values", result.values());
    map.put("foldValues", result.foldValues());
    map.put("trials", List.copyOf(result.trials()));
    map.put("resumed", result.resumed());
    map.put("recipe", out.toString());
    map.put("picture", picture.toString());
    return map;
  }
}
