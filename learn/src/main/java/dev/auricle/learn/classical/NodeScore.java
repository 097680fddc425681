package dev.auricle.learn.classical;

/**
 * How pure a set of rows is, from the weights of its labels: up to a constant, minus weight times
 * impurity, so more is better. Where rows carry several labels the impurity is the sum over labels
 * of that of carrying it or not.
 *
 * @param impurity which measure
 * @param several true where rows carry several labels
 */
record NodeScore(Impurity impurity, boolean several) {

  /** What the weights of the labels contribute, of rows that weigh {@code all} together. */
  double sum(double[] weights, double all) {
    double sum = 0;
    for (double w : weights) {
      sum += term(w);
      if (several && impurity == Impurity.ENTROPY) {
        sum += term(all - w);
      }
    }
    return sum;
  }

  double term(double w) {
    if (impurity == Impurity.GINI) {
      return w * w;
    }
    return w <= 0 ? 0 : w * Math.log(w);
  }

  /**
   * The score.
   *
   * <p>Gini of several labels: the sum over labels of {@code (p^2 + (w - p)^2) / w} is {@code 2 *
   * sum(p^2) / w} and terms that a split does not change, so it is that of one label twice.
   *
   * @param sum as {@link #sum} gives it
   * @param all weight of the rows
   * @param labels size of the label set
   */
  double score(double sum, double all, int labels) {
    if (all <= 0) {
      return 0;
    }
    if (impurity == Impurity.GINI) {
      return sum / all;
    }
    return sum - (several ? labels : 1) * all * Math.log(all);
  }
}
