package dev.auricle.learn.classical;

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
}
