package dev.auricle.learn.report;

import dev.auricle.learn.evaluation.Predictions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one recipe said of one clip.
 *
 * @param id of the clip
 * @param truth indices of the labels it carries, ascending
 * @param guess index of the most probable label
 * @param scores the most probable labels with their probabilities, descending, and behind them
 *     those it carries if they are not among them
 */
record ClipRow(String id, List<Integer> truth, int guess, List<Score> scores) {
  private static final int SHOWN = 3;

  /** A label's index and its probability. */
  record Score(int label, double probability) {}

  static ClipRow of(String id, float[] target, float[] probabilities) {
    List<Integer> truth =
        IntStream.range(0, target.length).filter(k -> target[k] == 1).boxed().toList();
    List<Integer> ranked =
        IntStream.range(0, probabilities.length)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> -probabilities[k]))
            .toList();
    List<Integer> shown = new ArrayList<>(ranked.subList(0, Math.min(SHOWN, ranked.size())));
    truth.stream().filter(k -> !shown.contains(k)).forEach(shown::add);
    return new ClipRow(
        id, truth, ranked.get(0), shown.stream().map(k -> new Score(k, probabilities[k])).toList());
  }

  static ClipRow of(Predictions predictions, int i) {
    return of(predictions.ids().get(i), predictions.targets()[i], predictions.probabilities()[i]);
  }

  /** True where the most probable label is one that the clip carries. */
  boolean right() {
    return truth.contains(guess);
  }

  /** Probability of the most probable label. */
  double confidence() {
    return scores.get(0).probability();
  }

  /** Probability of the most probable label among those it carries; 0 where it carries none. */
  double truthProbability() {
    return scores.stream()
        .filter(score -> truth.contains(score.label()))
        .mapToDouble(Score::probability)
        .max()
        .orElse(0);
  }
}
