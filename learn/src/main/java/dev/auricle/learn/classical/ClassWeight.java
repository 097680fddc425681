package dev.auricle.learn.classical;

import java.util.stream.DoubleStream;

/** How much a row's class adds to its weight. */
enum ClassWeight {
  /** Every row counts alike. */
  NONE,
  /**
   * Every class counts alike: rows are weighted by rows / (classes present * rows of the class).
   */
  BALANCED;

  double[] apply(Table table, double[] weights) {
    if (this == NONE) {
      return weights;
    }
    if (table.several()) {
      return several(table, weights);
    }
    double[] sums = new double[table.classes()];
    double all = 0;
    for (int i = 0; i < weights.length; i++) {
      sums[table.labels()[i]] += weights[i];
      all += weights[i];
    }
    int present = 0;
    for (double sum : sums) {
      present += sum > 0 ? 1 : 0;
    }
    double[] balanced = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        balanced[i] = weights[i] * all / (present * sums[table.labels()[i]]);
      }
    }
    return balanced;
  }

  /** The mean over a row's labels; a row that carries none keeps its weight. */
  private static double[] several(Table table, double[] weights) {
    double[] sums = new double[table.classes()];
    double all = 0;
    for (int i = 0; i < weights.length; i++) {
      for (int k : table.sets()[i]) {
        sums[k] += weights[i];
      }
      all += weights[i];
    }
    long present = DoubleStream.of(sums).filter(sum -> sum > 0).count();
    double[] balanced = weights.clone();
    for (int i = 0; i < weights.length; i++) {
      double factor = 0;
      for (int k : table.sets()[i]) {
        factor += sums[k] > 0 ? all / (present * sums[k]) / table.sets()[i].length : 0;
      }
      balanced[i] *= table.sets()[i].length == 0 ? 1 : factor;
    }
    return balanced;
  }
}
