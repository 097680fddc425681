package dev.auricle.learn.classical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits AdaBoost for many classes, SAMME (Zhu, Zou, Rosset and Hastie, 2009), over decision trees or
 * over random forests.
 *
 * <ol>
 *   <li>Fit a forest on the weighted rows.
 *   <li>Its error is the weight of the rows it gets wrong; its say is {@code ln((1 - error) /
 *       error) + ln(classes - 1)}, times the rate.
 *   <li>The rows it gets wrong gain weight by the exponential of its say; again from 1.
 * </ol>
 *
 * <p>It ends early where a forest is no better than chance, or gets every row right and there is
 * nothing left to learn from; so what is boosted must be kept shallow.
 *
 * @param base what is boosted: a forest, of one tree for plain AdaBoost
 * @param rounds how many at most
 * @param rate what a say is multiplied with; less learns more slowly
 * @param balance the weight of each class at the start
 */
record AdaBoostLearner(ForestLearner base, int rounds, double rate, ClassWeight balance)
    implements Learner {

  @Override
  public AdaBoost fit(Table table, double[] weights, Run run) {
    Bins bins = Bins.of(table, base.tree().bins());
    double[] current = shares(balance.apply(table, weights));
    int present = 0;
    for (int count : table.counts()) {
      present += count > 0 ? 1 : 0;
    }
    List<Forest> stages = new ArrayList<>();
    List<Double> says = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Forest stage = AdaBoost.exact(base.fit(table, current, run.part(round, run.threads()), bins));
      boolean[] wrong = wrong(stage, table, run);
      double error = 0;
      for (int i = 0; i < wrong.length; i++) {
        error += wrong[i] ? current[i] : 0;
      }
      double say =
          error <= 0 ? 1 : rate * (Math.log((1 - error) / error) + Math.log(present - 1.0));
      if (error > 0 && !(say > 0) && !stages.isEmpty()) {
        break;
      }
      stages.add(stage);
      says.add(say > 0 ? say : 1);
      run.progress().step(round + 1, rounds, "error %.3f".formatted(error));
      if (error <= 0 || !(say > 0)) {
        break;
      }
      for (int i = 0; i < wrong.length; i++) {
        current[i] *= wrong[i] ? Math.exp(say) : 1;
      }
      current = shares(current);
    }
    return new AdaBoost(
        stages, says.stream().mapToDouble(Double::doubleValue).toArray(), table.classes());
  }

  /** Which rows a stage gets wrong, found in chunks side by side. */
  private static boolean[] wrong(Forest stage, Table table, Run run) {
    int chunk = 512;
    int chunks = (table.rows() + chunk - 1) / chunk;
    boolean[] wrong = new boolean[table.rows()];
    Run quiet = run.part(0, run.threads());
    quiet.each(
        chunks,
        "rows",
        part -> {
          for (int i = part * chunk; i < Math.min(table.rows(), (part + 1) * chunk); i++) {
            wrong[i] = stage.classify(table.values()[i]) != table.labels()[i];
          }
          return part;
        });
    return wrong;
  }

  private static double[] shares(double[] weights) {
    double all = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> w / all).toArray();
  }
}
