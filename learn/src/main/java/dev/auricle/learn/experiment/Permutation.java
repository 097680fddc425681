package dev.auricle.learn.experiment;

import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.OnnxModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Permutation importance (Breiman, 2001): what a model loses on clips it was not fitted on when one
 * group of columns is dealt at random among all clips that are judged, so that it says nothing any
 * more. Dealt among one fold's test clips alone it would still say much where these are alike: a
 * single clip would get its own, and those of one label each other's. A group is dealt as a whole,
 * since its columns stand in for each other: one alone could be missed without loss.
 */
final class Permutation {
  private static final int REPEATS = 3;
  private static final int BATCH = 64;

  private Permutation() {}

  /**
   * Measures each group.
   *
   * @param rows features of all clips that are judged, in whichever fold, one vector each
   * @param tested places among them of the clips that this model is judged on
   * @param columns their names
   * @param evaluate probabilities of the clips tested to their evaluation
   * @param seed the same one deals the same rows, whichever are tested: the folds of a protocol
   *     share one deal
   * @return by group, the accuracy lost (of several labels, the micro F1); may be below 0 by chance
   */
  static Map<String, Double> of(
      OnnxModel model,
      List<Features> rows,
      int[] tested,
      List<String> columns,
      Function<float[][], Evaluation> evaluate,
      long seed) {
    List<Features> asTheyAre = IntStream.of(tested).mapToObj(rows::get).toList();
    double whole = score(evaluate.apply(predict(model, asTheyAre)));
    Map<String, Double> lost = new LinkedHashMap<>();
    SplittableRandom random = new SplittableRandom(seed);
    ColumnGroups.of(columns)
        .forEach(
            (name, members) -> {
              double sum = 0;
              for (int repeat = 0; repeat < REPEATS; repeat++) {
                List<Features> dealt = dealt(rows, tested, members, random);
                sum += whole - score(evaluate.apply(predict(model, dealt)));
              }
              lost.put(name, sum / REPEATS);
            });
    return lost;
  }

  private static double score(Evaluation evaluation) {
    return evaluation.predictions().multiLabel() ? evaluation.microF1() : evaluation.accuracy();
  }

  private static List<Features> dealt(
      List<Features> rows, int[] tested, int[] members, SplittableRandom random) {
    int[] from = new int[rows.size()];
    for (int i = 0; i < from.length; i++) {
      int other = random.nextInt(i + 1);
      from[i] = from[other];
      from[other] = i;
    }
    Features[] dealt = new Features[tested.length];
    for (int t = 0; t < tested.length; t++) {
      Features own = rows.get(tested[t]);
      float[] values = own.values().clone();
      float[] others = rows.get(from[tested[t]]).values();
      for (int c : members) {
        values[c] = others[c];
      }
      dealt[t] = new Features(values, own.shape());
    }
    return List.of(dealt);
  }

  private static float[][] predict(OnnxModel model, List<Features> rows) {
    float[][] all = new float[rows.size()][];
    for (int i = 0; i < all.length; i += BATCH) {
      float[][] part = model.predict(rows.subList(i, Math.min(all.length, i + BATCH)));
      System.arraycopy(part, 0, all, i, part.length);
    }
    return all;
  }
}
