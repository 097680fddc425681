package dev.auricle.learn.experiment;

import dev.auricle.data.Protocol;
import dev.auricle.learn.evaluation.Answered;
import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.network.embedding.EmbeddingFrontEnd;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.FrontEnd;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Puts what a bundle carries beside its graph: scores with their protocol, and provenance. */
final class Bundles {
  /** Beyond this a matrix is no longer read by people, and would only make the bundle heavy. */
  private static final int MOST_LABELS_OF_CONFUSION = 50;

  private Bundles() {}

  static Bundle make(Experiment experiment, RecipeResult result, Fit fit, ClipStore clips) {
    FrontEnd frontEnd = result.recipe().frontEnd();
    return new Bundle(
            result.recipe().name(),
            result.recipe().preparation(fit.length()),
            frontEnd instanceof EmbeddingFrontEnd embedding ? embedding.base() : frontEnd,
            experiment.dataset().labels(),
            experiment.dataset().multiLabel(),
            fit.thresholds() == null ? List.of() : fit.thresholds().list(),
            frontEnd instanceof EmbeddingFrontEnd embedding
                ? embedding.compose(fit.model().graph())
                : fit.model().graph(),
            evaluation(experiment, result, fit),
            provenance(experiment, result, fit, clips))
        .withLongestSeconds(clips.longestSeconds());
  }

  private static Map<String, Object> evaluation(
      Experiment experiment, RecipeResult result, Fit fit) {
    Protocol protocol = experiment.protocol();
    Evaluation test = result.test();
    Evaluation.Interval interval = test.accuracyInterval();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("protocol", protocol.words());
    map.put("described", protocol.describe(experiment.dataset()));
    map.put("groups", experiment.dataset().groupName());
    map.put("folds", experiment.folds().size());
    map.put("seed", protocol.seed());
    map.put("testClips", test.predictions().size());
    map.put("accuracy", test.accuracy());
    map.put("ci95", List.of(interval.low(), interval.high()));
    map.put("ciUnit", interval.unit());
    List<String> findings = experiment.findings(result.recipe());
    if (!findings.isEmpty()) {
      map.put("findings", findings);
    }
    map.put("macroF1", test.macroF1());
    map.put("trainAccuracy", result.trainAccuracy());
    map.put("majority", test.majority());
    if (!experiment.dataset().multiLabel()
        && experiment.dataset().labels().size() <= MOST_LABELS_OF_CONFUSION) {
      map.put(
          "confusion",
          Arrays.stream(test.confusion()).map(row -> Arrays.stream(row).boxed().toList()).toList());
    }
    map.put("logLoss", test.logLoss());
    map.put("calibrationError", test.calibrationError());
    if (result.recipe().answers().asked()) {
      Answered answered = test.answered();
      map.put("answered", answered.coverage());
      map.put("answeredAccuracy", Double.isNaN(answered.accuracy()) ? null : answered.accuracy());
    }
    boolean heldOut = protocol.kind() == Protocol.Kind.HOLDOUT;
    map.put(
        "model",
        heldOut
            ? "the judged model itself: fitted on the training part, "
                + fit.fitted().length
                + " clips"
            : "refitted on all " + fit.fitted().length + " clips after it was judged");
    return map;
  }

  private static Map<String, Object> provenance(
      Experiment experiment, RecipeResult result, Fit fit, ClipStore clips) {
    List<String> fitted = IntStream.of(fit.fitted()).mapToObj(clips::fingerprint).sorted().toList();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("auricle", version());
    map.put("created", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    map.put("dataset", experiment.dataset().name());
    map.put("layout", experiment.dataset().layout());
    map.put("dataFingerprint", Fingerprint.of(fitted));
    map.put("recipe", result.recipe().yaml());
    map.put("seed", experiment.protocol().seed());
    map.put("threads", experiment.threads());
    map.put("details", fit.model().details());
    map.put("java", System.getProperty("java.version"));
    map.put("platform", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    map.put("trainedOn", fitted);
    if (KnownGroups.named(experiment.dataset())) {
      map.put("trainedOnGroups", KnownGroups.keys(experiment.dataset(), fit.fitted()));
    }
    return map;
  }

  private static String version() {
    String version = Bundles.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
