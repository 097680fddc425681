package dev.auricle.learn.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is fitted behind a model, so that its probabilities mean what they say and it may answer
 * {@code unknown}. Fitted on out-of-fold predictions inside the training part: never on clips that
 * the model was fitted on, never on test clips.
 *
 * @param calibration how probabilities are corrected
 * @param thresholds whether a least probability is fitted for each label
 * @param precision share of a label's answers that the thresholds shall make right, in (0, 1]; not
 *     used where labels are independent, whose thresholds are of the best F1
 */
public record AnswerSettings(Correction calibration, boolean thresholds, double precision) {
  /** Probabilities as the model gives them; the most probable label is the answer. */
  public static final AnswerSettings NONE = new AnswerSettings(Correction.NONE, false, 0.95);

  /** How probabilities are corrected. */
  public enum Correction {
    NONE,
    TEMPERATURE,
    ISOTONIC
  }

  /**
   * What came of it.
   *
   * @param calibration null where none was asked for
   * @param thresholds for calibrated probabilities; null where none were asked for
   * @param even independent labels that no threshold could be fitted to: given from 0.5 on
   */
  public record Fitted(
      @Nullable Calibration calibration, @Nullable Thresholds thresholds, List<String> even) {}

  /** True where anything is to be fitted. */
  public boolean asked() {
    return calibration != Correction.NONE || thresholds;
  }

  /**
   * Fits.
   *
   * @param held out-of-fold predictions of the training part
   */
  public Fitted fit(Predictions held) {
    Calibration fitted =
        switch (calibration) {
          case NONE -> null;
          case TEMPERATURE -> Calibration.temperature(held);
          case ISOTONIC -> Calibration.isotonic(held);
        };
    Predictions corrected = fitted == null ? held : fitted.apply(held);
    if (!thresholds) {
      return new Fitted(fitted, null, List.of());
    }
    if (!held.multiLabel()) {
      return new Fitted(fitted, Thresholds.ofPrecision(corrected, precision), List.of());
    }
    Thresholds.BestF1 best = Thresholds.bestF1(corrected);
    return new Fitted(fitted, best.thresholds(), best.without());
  }
}
