package dev.auricle.learn.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How one label fares.
 *
 * @param label which
 * @param precision share of the clips given it that carry it; 0 where none is given
 * @param recall share of the clips carrying it that are given it
 * @param f1 harmonic mean of the two
 * @param support clips that carry it
 * @param rocAuc chance that a clip which carries it scores above one that does not; NaN where all
 *     or none carry it
 * @param averagePrecision mean precision at the clips that carry it, by descending probability; NaN
 *     where none carries it
 */
public record LabelScore(
    String label,
    double precision,
    double recall,
    double f1,
    int support,
    double rocAuc,
    double averagePrecision) {

  static List<LabelScore> of(Predictions predictions) {
    LabelCounts counts = LabelCounts.of(predictions);
    List<LabelScore> scores = new ArrayList<>();
    for (int k = 0; k < predictions.labels().size(); k++) {
      boolean[] carried = new boolean[predictions.size()];
      float[] probability = new float[carried.length];
      for (int i = 0; i < carried.length; i++) {
        carried[i] = predictions.targets()[i][k] == 1;
        probability[i] = predictions.probabilities()[i][k];
      }
      scores.add(
          new LabelScore(
              predictions.labels().get(k),
              counts.precision(k),
              counts.recall(k),
              counts.f1(k),
              counts.support(k),
              Ranking.rocAuc(carried, probability),
              Ranking.averagePrecision(carried, probability)));
    }
    return scores;
  }

  /** Mean over the labels for which the figure exists; NaN where it exists for none. */
  static double mean(List<LabelScore> scores, ToDoubleFunction<LabelScore> figure) {
    return scores.stream()
        .mapToDouble(figure)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }
}
