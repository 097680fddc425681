package dev.auricle.learn.report;

import dev.auricle.learn.evaluation.Predictions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Clips whose label is likely wrong, by confident learning (Northcutt, Jiang and Chuang, 2021): a
 * label's threshold is the mean probability that clips carrying it are given; a clip is doubtful
 * when another label is the most probable and passes its own threshold. Probabilities come from
 * models that never saw the clip, and are averaged over the recipes, so that one model's whim does
 * not count.
 */
final class LabelDoubts {
  private LabelDoubts() {}

  /**
   * The doubtful clips, the clearest first.
   *
   * @param recipes the same clips, judged by one recipe or several; single-label
   * @param most how many to give at most
   */
  static List<ClipRow> find(List<Predictions> recipes, int most) {
    Map<String, float[]> targets = new HashMap<>();
    Map<String, float[]> means = new HashMap<>();
    Map<String, Integer> judged = new HashMap<>();
    for (Predictions predictions : recipes) {
      for (int i = 0; i < predictions.size(); i++) {
        String id = predictions.ids().get(i);
        float[] row = predictions.probabilities()[i];
        targets.put(id, predictions.targets()[i]);
        float[] sum = means.computeIfAbsent(id, k -> new float[row.length]);
        for (int k = 0; k < row.length; k++) {
          sum[k] += row[k];
        }
        judged.merge(id, 1, Integer::sum);
      }
    }
    means.forEach(
        (id, sum) -> {
          for (int k = 0; k < sum.length; k++) {
            sum[k] /= judged.getOrDefault(id, 1);
          }
        });
    double[] thresholds = thresholds(targets, means, recipes.get(0).labels().size());
    List<ClipRow> doubts = new ArrayList<>();
    targets.forEach(
        (id, target) -> {
          float[] mean = means.getOrDefault(id, target);
          ClipRow row = ClipRow.of(id, target, mean);
          if (!row.right() && mean[row.guess()] >= thresholds[row.guess()]) {
            doubts.add(row);
          }
        });
    doubts.sort(Comparator.comparingDouble(LabelDoubts::support).thenComparing(ClipRow::id));
    return List.copyOf(doubts.subList(0, Math.min(most, doubts.size())));
  }

  /** Mean probability of each label over the clips that carry it; infinite where none does. */
  private static double[] thresholds(
      Map<String, float[]> targets, Map<String, float[]> means, int labels) {
    double[] sums = new double[labels];
    int[] counts = new int[labels];
    targets.forEach(
        (id, target) -> {
          float[] mean = means.getOrDefault(id, target);
          for (int k = 0; k < labels; k++) {
            if (target[k] == 1) {
              sums[k] += mean[k];
              counts[k]++;
            }
          }
        });
    for (int k = 0; k < labels; k++) {
      sums[k] = counts[k] == 0 ? Double.POSITIVE_INFINITY : sums[k] / counts[k];
    }
    return sums;
  }

  /** Probability of the label on file less that of the one suggested: the lower, the clearer. */
  private static double support(ClipRow row) {
    return row.truthProbability() - row.confidence();
  }
}
