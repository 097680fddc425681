package dev.auricle.app;

import dev.auricle.data.Dataset;
import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.learn.experiment.BundleEvaluation;
import dev.auricle.learn.experiment.BundleJudge;
import dev.auricle.runtime.Classifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

  @Mixin private DataOptions subset = new DataOptions();
  @Mixin private ReportArguments report = new ReportArguments();
  @Mixin private RunOptions options = new RunOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    try (Classifier classifier = Classifier.load(bundle);
        Progress progress = new Progress(options.quiet)) {
      Dataset dataset = subset.open(data);
      Path usual = Path.of(SoundFiles.baseName(bundle) + "-on-" + dataset.name() + "-report.html");
      List<Path> read = Outputs.read(data, dataset);
      read.add(bundle);
      report.check(usual, read, Specs.commandLine(spec));
      BundleEvaluation result =
          BundleJudge.judge(
              classifier,
              dataset,
              options.seed,
              bundle.toFile().length(),
              options.threads,
              progress);
      progress.close();
      Announcement.warnings(result.warnings());
      Path written = report.write(result.comparison(), null, usual, options);
      if (options.json) {
        System.out.println(Json.pretty(forPrograms(result)));
      } else {
        print(result);
        if (written != null) {
          System.out.println("report: " + written);
        }
      }
      return result.warnings().isEmpty() ? 0 : 3;
    }
  }

  private static void print(BundleEvaluation result) {
    System.out.println(result.comparison().dataset().description());
    System.out.print(ComparisonText.forPeople(result.comparison()));
    Evaluation unseen = result.unseen();
    if (result.seen() > 0) {
      System.out.println(
          unseen == null
              ? "all of them were trained on: this accuracy says nothing about new sounds"
              : "on the "
                  + unseen.predictions().size()
                  + " that were not trained on the accuracy is "
                  + ComparisonText.percent(unseen.accuracy())
                  + ": believe that one, unless they are the same sounds in another form (encoded"
                  + " anew, cut, louder)");
    }
  }

  private Map<String, Object> forPrograms(BundleEvaluation result) {
    Map<String, Object> map = ComparisonText.forPrograms(result.comparison());
    Map<String, Object> scores =
        ComparisonText.result(
            result.comparison().results().get(0).writtenTo(bundle, bundle.toFile().length()));
    scores.put("trainedOn", result.seen());
    Evaluation unseen = result.unseen();
    scores.put("unseenAccuracy", unseen == null ? null : unseen.accuracy());
    map.put("results", List.of(scores));
    map.put("warnings", result.warnings());
    return map;
  }
}
