package dev.auricle.app;

import dev.auricle.data.Dataset;
import dev.auricle.data.Layouts;
import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.learn.experiment.BundleEvaluation;
import dev.auricle.runtime.Classifier;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code auricle evaluate}: a finished bundle on labelled sounds. */
@Command(
    name = "evaluate",
    description = "Scores a bundle on labelled sounds; clips it was trained on are flagged.",
    footer = {"", "Example:", "  auricle evaluate sounds.auricle other-sounds/"})
final class EvaluateCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "BUNDLE", description = "A bundle (*.auricle).")
  private Path bundle = Path.of("");

  @Parameters(index = "1", paramLabel = "DATA", description = "A folder of sounds, or a manifest.")
  private Path data = Path.of("");

  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() {
    try (Classifier classifier = Classifier.load(bundle);
        Progress progress = new Progress(options.quiet)) {
      Dataset dataset = Layouts.open(data);
      BundleEvaluation result =
          BundleEvaluation.of(classifier, dataset, options.seed, options.threads, progress);
      progress.close();
      Announcement.warnings(result.warnings());
      if (options.json) {
        System.out.println(Json.pretty(forPrograms(dataset, result)));
      } else {
        print(dataset, result);
      }
      return result.warnings().isEmpty() ? 0 : 3;
    }
  }

  private void print(Dataset dataset, BundleEvaluation result) {
    System.out.println(dataset.description());
    TextTable table =
        new TextTable("clips", "count", "accuracy", "95 % interval", "macro F1", "majority");
    addRow(table, "all", result.all());
    Evaluation unseen = result.unseen();
    if (result.seen() > 0 && unseen != null) {
      addRow(table, "not trained on", unseen);
    }
    System.out.print(table);
    if (result.seen() > 0) {
      System.out.printf(
          Locale.ROOT,
          "%d of %d clips were in this bundle's training data (same samples); %s%n",
          result.seen(),
          result.all().predictions().size(),
          unseen == null
              ? "this accuracy says nothing about new sounds"
              : "believe the row 'not trained on'");
    }
    System.out.println();
    System.out.print(ConfusionText.of(result.all()));
  }

  private static void addRow(TextTable table, String name, Evaluation evaluation) {
    Evaluation.Interval ci = evaluation.accuracyInterval();
    table.add(
        name,
        Integer.toString(evaluation.predictions().size()),
        ComparisonText.percent(evaluation.accuracy()),
        ComparisonText.percent(ci.low()) + " - " + ComparisonText.percent(ci.high()),
        String.format(Locale.ROOT, "%.3f", evaluation.macroF1()),
        ComparisonText.percent(evaluation.majority()));
  }

  private Map<String, Object> forPrograms(Dataset dataset, BundleEvaluation result) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("dataset", dataset.name());
    map.put("layout", dataset.layout());
    map.put("clips", dataset.examples().size());
    map.put("labels", dataset.labels());
    map.put("protocol", ComparisonText.protocol(result.all().protocol(), dataset, 1));
    Map<String, Object> scores = ComparisonText.scores(result.name(), result.all());
    scores.put("foldAccuracy", List.of(result.all().accuracy()));
    scores.put("trainAccuracy", null);
    scores.put("fitSeconds", 0);
    scores.put("millisPerClip", result.millisPerClip());
    scores.put("bundleBytes", result.bundleBytes(bundle));
    scores.put("bundle", bundle.toString());
    scores.put("trainedOn", result.seen());
    Evaluation unseen = result.unseen();
    scores.put("unseenAccuracy", unseen == null ? null : unseen.accuracy());
    map.put("results", List.of(scores));
    map.put("warnings", result.warnings());
    return map;
  }
}
