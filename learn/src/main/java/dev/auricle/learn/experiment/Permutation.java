package dev.auricle.learn.experiment;

import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.OnnxModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Permutation importance (Breiman, 2001): what a model loses on clips it was not fitted on when one
 * group of columns is dealt among them at random, so that it says nothing any more. A group is
 * dealt as a whole, since its columns stand in for each other: one alone could be missed without
 * loss.
 */
final class Permutation {
  private static final int REPEATS = 3;
  private static final int BATCH = 64;

  private Permutation() {}

  /**
   * Measures each group.
   *
   * @param rows features of the test clips, one vector each
   * @param columns their names
   * @param evaluate probabilities of the clips to their evaluation
   * @return by group, the accuracy lost (of several labels, the micro F1); may be below 0 by chance
   */
  static Map<String, Double> of(
      OnnxModel model,
      List<Features> rows,
      List<String> columns,
      Function<float[][], Evaluation> evaluate,
      long seed) {
    double whole = score(evaluate.apply(predict(model, rows)));
    Map<String, Double> lost = new LinkedHashMap<>();
    SplittableRandom random = new SplittableRandom(seed);
    ColumnGroups.of(columns)
        .forEach(
            (name, members) -> {
              double sum = 0;
              for (int repeat = 0; repeat < REPEATS; repeat++) {
                List<Features> dealt = dealt(rows, members, random);
                sum += whole - score(evaluate.apply(predict(model, dealt)));
              }
              lost.put(name, sum / REPEATS);
            });
    return lost;
  }

  private static double score(Evaluation evaluation) {
    return evaluation.predictions().multiLabel() ? evaluation.microF1() : evaluation.accuracy();
  }

  private static List<Features> dealt(List<Features> rows, int[] members, SplittableRandom random) {
    int[] from = new int[rows.size()];
    for (int i = 0; i < from.length; i++) {
      int other = random.nextInt(i + 1);
      from[i] = from[other];
      from[other] = i;
    }
    Features[] dealt = new Features[from.length];
    for (int i = 0; i < from.length; i++) {
      float[] values = rows.get(i).values().clone();
      float[] others = rows.get(from[i]).values();
      for (int c : members) {
        values[c] = others[c];
      }
      dealt[i] = new Features(values, rows.get(i).shape());
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
