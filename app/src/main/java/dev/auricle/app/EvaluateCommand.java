package dev.auricle.app;

import dev.auricle.data.Dataset;
import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.learn.experiment.BundleEvaluation;
import dev.auricle.learn.experiment.BundleJudge;
import dev.auricle.runtime.Classifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle evaluate}: a finished bundle on labelled sounds. */
@Command(
    name = "evaluate",
    description =
        "Scores a bundle on labelled sounds; clips it was trained on are flagged, and so are other"
            + " clips of the groups it was trained on.",
    footer = {"", "Example:", "  auricle evaluate sounds.auricle other-sounds/"})
final class EvaluateCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "BUNDLE", description = "A bundle (*.auricle).")
  private Path bundle = Path.of("");

  @Parameters(index = "1", paramLabel = "DATA", description = "A folder of sounds, or a manifest.")
  private Path data = Path.of("");

  @Option(
      names = "--group-by",
      paramLabel = "COLUMN",
      description =
          "Manifest column that names the groups: intervals are drawn over them, and those that the"
              + " bundle was trained on are flagged.")
  private @Nullable String groupBy;

  @Mixin private DataOptions subset = new DataOptions();
  @Mixin private ReportArguments report = new ReportArguments();
  @Mixin private RunOptions options = new RunOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    try (Classifier classifier = Classifier.load(bundle);
        Progress progress = new Progress(options.quiet)) {
      String column = groupBy;
      Dataset opened = subset.open(data);
      Dataset dataset = column == null ? opened : opened.groupedBy(column);
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
      Announcement.warnings(told(result));
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

  /** Clips left out, then those that were scored although something was wrong with them. */
  private static List<String> told(BundleEvaluation result) {
    List<String> told = new ArrayList<>(result.warnings());
    told.addAll(result.damages());
    return told;
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
    Integer familiar = result.ofTrainedGroups();
    if (familiar != null && familiar > 0 && unseen != null) {
      Evaluation others = result.otherGroups();
      String group = result.comparison().dataset().groupName();
      System.out.println(
          others == null
              ? "every %s was trained on: how well it does on others is not known".formatted(group)
              : "on the %d of a %s that was not trained on the accuracy is %s"
                  .formatted(
                      others.predictions().size(),
                      group,
                      ComparisonText.percent(others.accuracy())));
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
    scores.put("trainedGroups", result.ofTrainedGroups());
    Evaluation others = result.otherGroups();
    scores.put("otherGroupsAccuracy", others == null ? null : others.accuracy());
    map.put("results", List.of(scores));
    map.put("warnings", told(result));
    return map;
  }
}
