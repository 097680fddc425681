package dev.auricle.learn.experiment;

import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.Fold;
import dev.auricle.learn.cache.CodeVersion;
import dev.auricle.learn.cache.ContentKey;
import dev.auricle.learn.cache.DiskCache;
import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.learn.evaluation.Predictions;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.training.EpochScore;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Folds that were judged before, kept on disk as soon as they are: the same recipe under the same
 * protocol and seed, on clips of the same names, labels, groups, folds and samples, on the same
 * device with the same threads and the same code.
 */
final class JudgedFolds {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Experiment experiment;
  private final String settings;

  JudgedFolds(Experiment experiment) {
    this.experiment = experiment;
    this.settings =
        String.join(
            " ",
            "judged",
            CodeVersion.ofTraining(),
            experiment.contents(),
            experiment.protocol().toString(),
            String.valueOf(experiment.threads()),
            experiment.device().toString(),
            experiment.measuresImportance() ? "importance" : "");
  }

  /** Names the experiment: a folder's name for what belongs to it. */
  String name() {
    return ContentKey.of(settings).substring(0, 24);
  }

  /** What is kept, as JSON. */
  private record Kept(
      float[][] probabilities,
      double[][] thresholds,
      double trainAccuracy,
      List<EpochScore> curve,
      Map<String, Object> details,
      double[] importance,
      Map<String, Double> lost,
      double fitSeconds,
      double millisPerClip,
      long bundleBytes) {}

  void keep(Recipe recipe, int number, JudgedFold judged) {
    FoldResult result = judged.result();
    Kept kept =
        new Kept(
            judged.test().probabilities(),
            judged.test().thresholds(),
            result.trainAccuracy(),
            result.curve(),
            result.details(),
            result.importance(),
            result.lost(),
            judged.fitSeconds(),
            judged.millisPerClip(),
            judged.bundleBytes());
    try (DiskCache cache = DiskCache.open(settings)) {
      cache.put(key(recipe, number), JSON.writeValueAsBytes(kept));
    }
  }

  /** Null if that fold was not judged yet. */
  @Nullable JudgedFold find(Recipe recipe, int number) {
    try (DiskCache cache = DiskCache.open(settings)) {
      byte[] bytes = cache.get(key(recipe, number));
      return bytes == null ? null : judged(JSON.readValue(bytes, Kept.class), number);
    } catch (JacksonException e) {
      return null;
    }
  }

  private JudgedFold judged(Kept kept, int number) {
    Fold fold = experiment.folds().get(number);
    Dataset dataset = experiment.dataset();
    List<Example> tested =
        IntStream.of(fold.test()).mapToObj(i -> dataset.examples().get(i)).toList();
    Predictions plain =
        Scoring.predictions(dataset.labels(), tested, kept.probabilities(), dataset.multiLabel());
    Predictions test =
        new Predictions(
            plain.labels(),
            plain.ids(),
            plain.groups(),
            plain.targets(),
            plain.probabilities(),
            plain.multiLabel(),
            kept.thresholds());
    FoldResult result =
        new FoldResult(
            fold,
            new Evaluation(test, experiment.protocol()).accuracy(),
            kept.trainAccuracy(),
            kept.curve(),
            kept.details(),
            kept.importance(),
            kept.lost());
    return new JudgedFold(
        result, test, kept.fitSeconds(), kept.millisPerClip(), kept.bundleBytes());
  }

  private String key(Recipe recipe, int number) {
    Fold fold = experiment.folds().get(number);
    StringBuilder text = new StringBuilder(recipe.yaml()).append(number);
    for (int[] part : List.of(fold.train(), fold.validation(), fold.test())) {
      text.append('\n');
      for (int i : part) {
        text.append(i).append(' ');
      }
    }
    return ContentKey.of(text.toString());
  }
}
