package dev.auricle.app;

import dev.auricle.learn.evaluation.Answered;
import dev.auricle.learn.evaluation.Coverage;
import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.learn.evaluation.LabelScore;
import dev.auricle.learn.evaluation.Predictions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every figure of an evaluation, for programs and in two lines for people. */
final class Scores {
  private static final int TOP = 3;

  private Scores() {}

  /** What every evaluation states, as docs/json.md describes it. */
  static Map<String, Object> forPrograms(String recipe, Evaluation evaluation) {
    Predictions predictions = evaluation.predictions();
    boolean several = predictions.multiLabel();
    Evaluation.Interval interval = evaluation.accuracyInterval();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("recipe", recipe);
    map.put("testClips", predictions.size());
    map.put("accuracy", evaluation.accuracy());
    map.put("ci95", List.of(interval.low(), interval.high()));
    map.put("ciUnit", interval.unit());
    map.put("macroF1", evaluation.macroF1());
    map.put("majority", evaluation.majority());
    map.put("balancedAccuracy", several ? null : (Double) evaluation.balancedAccuracy());
    map.put("microF1", evaluation.microF1());
    map.put("weightedF1", evaluation.weightedF1());
    map.put("top3", ranksLabels(predictions) ? (Double) evaluation.topK(TOP) : null);
    map.put("logLoss", evaluation.logLoss());
    map.put("brier", evaluation.brier());
    map.put("calibrationError", evaluation.calibrationError());
    map.put("rocAuc", number(evaluation.rocAuc()));
    map.put("meanAveragePrecision", number(evaluation.meanAveragePrecision()));
    map.put("lwlrap", several ? number(evaluation.lwlrap()) : null);
    map.put("perLabel", evaluation.labelScores().stream().map(Scores::label).toList());
    map.put("answered", answered(evaluation));
    map.put("coverage", several ? null : coverage(predictions));
    return map;
  }

  private static boolean ranksLabels(Predictions predictions) {
    return !predictions.multiLabel() && predictions.labels().size() > TOP;
  }

  private static Map<String, Object> label(LabelScore score) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("label", score.label());
    map.put("precision", score.precision());
    map.put("recall", score.recall());
    map.put("f1", score.f1());
    map.put("support", score.support());
    map.put("rocAuc", number(score.rocAuc()));
    map.put("averagePrecision", number(score.averagePrecision()));
    return map;
  }

  private static @Nullable Map<String, Object> answered(Evaluation evaluation) {
    if (evaluation.predictions().thresholds().length == 0) {
      return null;
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("coverage", evaluation.answered().coverage());
    map.put("accuracy", number(evaluation.answered().accuracy()));
    return map;
  }

  private static List<Map<String, Object>> coverage(Predictions predictions) {
    return Coverage.of(predictions).steps(20).stream()
        .map(
            point -> {
              Map<String, Object> map = new LinkedHashMap<>();
              map.put("threshold", point.threshold());
              map.put("coverage", point.coverage());
              map.put("accuracy", point.accuracy());
              return map;
            })
        .toList();
  }

  private static @Nullable Double number(double value) {
    return Double.isNaN(value) ? null : (Double) value;
  }

  /** The figures beyond accuracy, in lines. */
  static String forPeople(Evaluation evaluation) {
    boolean several = evaluation.predictions().multiLabel();
    StringBuilder text = new StringBuilder("also: ");
    if (!several) {
      add(text, "balanced accuracy", ComparisonText.percent(evaluation.balancedAccuracy()));
    }
    if (ranksLabels(evaluation.predictions())) {
      add(text, "top " + TOP, ComparisonText.percent(evaluation.topK(TOP)));
    }
    if (several) {
      add(text, "micro F1", three(evaluation.microF1()));
      add(text, "lwlrap", three(evaluation.lwlrap()));
    }
    add(text, "mAP", three(evaluation.meanAveragePrecision()));
    add(text, "ROC AUC", three(evaluation.rocAuc()));
    add(text, "log loss", three(evaluation.logLoss()));
    add(text, "Brier", three(evaluation.brier()));
    add(text, "calibration error", ComparisonText.percent(evaluation.calibrationError()));
    text.setLength(text.length() - 2);
    text.append(System.lineSeparator());
    if (evaluation.predictions().thresholds().length > 0) {
      Answered answered = evaluation.answered();
      if (answered.coverage() == 0) {
        text.append(
            "with its thresholds it answers none of the clips: none is as sure as was asked\n");
        return text.toString();
      }
      text.append(
          String.format(
              Locale.ROOT,
              "with its thresholds it answers %s of the clips, and %s of those answers are right%n",
              ComparisonText.percent(answered.coverage()),
              ComparisonText.percent(answered.accuracy())));
    } else if (!several) {
      text.append(surest(evaluation.predictions()));
    }
    return text.toString();
  }

  /** Two points of the coverage-accuracy curve. */
  private static String surest(Predictions predictions) {
    Coverage coverage = Coverage.of(predictions);
    return String.format(
        Locale.ROOT,
        "of its surest 90 %% of answers %s are right, of the surest half %s%n",
        ComparisonText.percent(coverage.at(0.9).accuracy()),
        ComparisonText.percent(coverage.at(0.5).accuracy()));
  }

  private static void add(StringBuilder text, String name, String value) {
    text.append(name).append(' ').append(value).append(", ");
  }

  private static String three(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }
}
