package dev.auricle.learn.experiment;

import dev.auricle.learn.evaluation.AnswerSettings;
import dev.auricle.learn.evaluation.Calibration;
import dev.auricle.learn.evaluation.Thresholds;
import dev.auricle.learn.training.FittedModel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One fitted model.
 *
 * @param model the graph and how it came about
 * @param length of the clips it reads, in seconds; null where each keeps its own
 * @param fitted indices of the clips it was fitted on
 * @param thresholds of the labels; null where none were asked for
 * @param seconds spent fitting, calibration and thresholds included
 */
record Fit(
    FittedModel model,
    @Nullable Double length,
    int[] fitted,
    @Nullable Thresholds thresholds,
    double seconds) {
  /** What {@link FittedModel#details} calls the labels that no threshold could be fitted to. */
  static final String EVEN = "given from 0.5 on";

  /** The same with what was fitted behind the model; the calibration goes into its graph. */
  Fit answering(AnswerSettings.Fitted answers, int labels, double extraSeconds) {
    Map<String, Object> details = new LinkedHashMap<>(model.details());
    Calibration calibration = answers.calibration();
    byte[] graph = model.graph();
    if (calibration != null) {
      graph = calibration.into(graph, labels);
      details.put("calibration", calibration.words());
    }
    if (!answers.even().isEmpty()) {
      details.put(EVEN, answers.even());
    }
    return new Fit(
        new FittedModel(graph, model.curve(), details, model.importance()),
        length,
        fitted,
        answers.thresholds(),
        seconds + extraSeconds);
  }
}
