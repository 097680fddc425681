package dev.auricle.learn.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.learn.evaluation.Optimism;
import dev.auricle.learn.evaluation.Thresholds;
import dev.auricle.learn.experiment.Comparison;
import dev.auricle.learn.experiment.FoldResult;
import dev.auricle.learn.experiment.RecipeResult;
import dev.auricle.learn.tuning.Trial;
import dev.auricle.learn.tuning.Tuning;
import dev.auricle.signal.AuricleException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Property: a report is whole, safe and small, whatever the labels are called. */
class HtmlReportTest {
  private final MadeUpComparison usual = MadeUpComparison.usual();

  @Test
  void everyPartIsThere() {
    String html = HtmlReport.render(usual.comparison(), usual.options().withoutClips());
    assertThat(html)
        .contains("Which machine is that?", "4 folds, grouped by machine", "so the score holds for")
        .contains("id=\"scores\"", "id=\"audit\"", "id=\"recipes\"", "id=\"doubts\"")
        .contains("Learning curves", "The surest errors", "Label by label", "Fold by fold")
        .contains("What it listens to", "mfcc_1_mean", "Expected calibration error")
        .contains("hold the same samples", "hiss/notes.txt: no sound, skipped")
        .contains("9f86d081884c", "kind: cnn", "2 of them", "Auricle (development), Java ");
  }

  @Test
  void withoutClipsThereIsNoSoundAndNoPicture() {
    String html = HtmlReport.render(usual.comparison(), usual.options().withoutClips());
    assertThat(html).doesNotContain("data:audio", "data:image");
  }

  @Test
  void theFileStaysBelowItsMaximumAndTheTellingClipsComeFirst() {
    String html = HtmlReport.render(usual.comparison(), usual.options().withMaximumBytes(600_000));
    assertThat(html.length()).isBetween(400_000, 600_000);
    // The two mislabelled clips are the most telling ones.
    assertThat(html)
        .containsPattern("\"n\":\"bell/machine-02_1.wav\",\"g\":\"machine-02\",\"a\":\"data:");
    assertThat(html)
        .containsPattern("\"n\":\"click/machine-02_1.wav\",\"g\":\"machine-02\",\"a\":\"data:");
  }

  @Test
  void aSearchHasItsSection() {
    Comparison comparison = usual.comparison();
    RecipeResult result = comparison.results().get(0);
    List<Map<String, Object>> chosen = new ArrayList<>();
    result.folds().forEach(fold -> chosen.add(Map.of("model.trees", 300, "model.<b>", "x")));
    List<Trial> trials =
        List.of(
            new Trial(Map.of("model.trees", 300, "model.<b>", "x"), 0.9, 0.01, 1, 1),
            new Trial(Map.of("model.trees", 100, "model.<b>", "y"), 0.8, 0.02, 1, 1));
    TuningPart part =
        new TuningPart(
            "accuracy",
            new Tuning.Nested(result, chosen, 0.88),
            new Tuning.Choice(result.recipe(), trials.get(0).values(), 0.9, trials));
    String html = HtmlReport.render(comparison, usual.options().withoutClips().withTuning(part));
    assertThat(html)
        .contains("id=\"tuning\"", "Naive: 0.9000, the best of 2", "model.trees 300", "<polyline")
        .contains("%.4f, on clips that no choice has seen".formatted(result.test().accuracy()))
        .contains("fold 4 of 4")
        .doesNotContain("model.<b>");
  }

  @Test
  void nothingInItPointsOutside() {
    String html = HtmlReport.render(usual.comparison(), usual.options());
    assertThat(
            Pattern.compile("(src|href|url\\()\\s*=?\\s*[\"']?(https?:)?//").matcher(html).find())
        .isFalse();
    assertThat(html).contains("default-src &#39;none&#39;");
  }

  @Test
  void labelsThatLookLikeMarkupStayText() {
    List<String> labels =
        List.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(2)>", "</script>", "a&b");
    MadeUpComparison hostile = new MadeUpComparison(labels, 8, 2);
    String html = HtmlReport.render(hostile.comparison(), hostile.options());
    assertThat(html).doesNotContain("<script>alert", "<img src=x");
    // One JSON script and one program: a label closed neither.
    assertThat(html.split("</script>", -1)).hasSize(3);
    assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @Test
  void clipsOfSeveralLabelsHaveNoConfusionMatrix() {
    String html = HtmlReport.render(usual.multiLabel(), usual.options().withoutClips());
    assertThat(html)
        .doesNotContain("class=\"confusion", "role=\"tablist\"")
        .contains("Label by label", "The surest errors", "all labels right")
        .contains("forest.auricle")
        .doesNotContain("/tmp/forest.auricle", "NaN");
  }

  @Test
  void everyScoreHasItsMeaningAndWhatWasAskedForIsThere() {
    Comparison plain = usual.comparison();
    assertThat(HtmlReport.render(plain, usual.options().withoutClips()))
        .contains("More scores", "ROC AUC", "Log loss", "share of clips answered")
        .doesNotContain("Optimism of", "permutation importance");
    RecipeResult first = plain.results().get(0);
    FoldResult fold = first.folds().get(0);
    FoldResult measured =
        new FoldResult(
            fold.fold(),
            fold.accuracy(),
            fold.trainAccuracy(),
            fold.curve(),
            fold.details(),
            fold.importance(),
            Map.of("mfcc", 0.042, "rms", -0.001));
    RecipeResult asked =
        new RecipeResult(
                first.recipe(),
                new Evaluation(
                    first
                        .test()
                        .predictions()
                        .withThresholds(
                            new Thresholds(new double[plain.dataset().labels().size()])),
                    plain.protocol()),
                first.trainAccuracy(),
                List.of(measured),
                first.fitSeconds(),
                first.millisPerClip(),
                first.bundleBytes(),
                null)
            .withOptimism(new Optimism(0.97, 0.91));
    Comparison wanted =
        new Comparison(
            plain.dataset(),
            plain.protocol(),
            1,
            plain.majority(),
            List.of(asked),
            List.of(),
            plain.fingerprint());
    assertThat(HtmlReport.render(wanted, usual.options().withoutClips()))
        .contains("6.0 points. With clips dealt at random", "would have scored 97.0")
        .contains("permutation importance", "<span>mfcc</span>", "<b>4.2</b>")
        .contains("it answers 100.0");
  }

  @Test
  void aClipThatCannotBeReadIsLeftOut() {
    ReportOptions options =
        usual
            .options()
            .withSource(
                example -> {
                  throw new AuricleException(example.path() + ": gone");
                });
    assertThat(HtmlReport.render(usual.comparison(), options))
        .contains("0\u00a0clips can be heard");
  }

  @Test
  void theSameComparisonGivesTheSameBytes() {
    ReportOptions options = usual.options().withMaximumBytes(300_000);
    assertThat(HtmlReport.render(usual.comparison(), options))
        .isEqualTo(HtmlReport.render(MadeUpComparison.usual().comparison(), options));
  }

  @Test
  void theFileIsReplacedAndNothingElseIsLeft(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("new/report.html");
    HtmlReport.write(usual.comparison(), file, usual.options().withoutClips());
    HtmlReport.write(usual.comparison(), file, usual.options().withoutClips());
    try (var files = Files.list(folder.resolve("new"))) {
      assertThat(files).containsExactly(file);
    }
  }
}
