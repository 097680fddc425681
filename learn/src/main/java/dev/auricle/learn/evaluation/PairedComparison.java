package dev.auricle.learn.evaluation;

/**
 * Two models on the same clips.
 *
 * @param difference the first's accuracy less the second's
 * @param interval 95 % interval of the difference: by bootstrap over groups, Bonett and Price's of
 *     clips where there are fewer than five groups or each clip is its own
 * @param onlyFirst clips that the first alone gets right
 * @param onlySecond clips that the second alone gets right
 * @param mcNemar probability of a split of those clips at least as uneven if both models were
 *     equally good (McNemar's exact test, two-sided); clips of one group count as independent, so
 *     where groups are few believe the interval
 */
public record PairedComparison(
    double difference,
    Evaluation.Interval interval,
    int onlyFirst,
    int onlySecond,
    double mcNemar) {

  /**
   * Compares.
   *
   * @throws IllegalArgumentException if the two are not of the same clips in the same order
   */
  public static PairedComparison of(Evaluation first, Evaluation second) {
    Predictions one = first.predictions();
    Predictions other = second.predictions();
    if (!one.ids().equals(other.ids())) {
      throw new IllegalArgumentException("a paired comparison needs the same clips in one order");
    }
    double[] differences = new double[one.size()];
    int onlyFirst = 0;
    int onlySecond = 0;
    for (int i = 0; i < differences.length; i++) {
      boolean a = one.right(i);
      boolean b = other.right(i);
      differences[i] = (a ? 1 : 0) - (b ? 1 : 0);
      onlyFirst += a && !b ? 1 : 0;
      onlySecond += b && !a ? 1 : 0;
    }
    Bootstrap bootstrap = Bootstrap.over(one.groups(), first.protocol().seed());
    return new PairedComparison(
        (double) (onlyFirst - onlySecond) / one.size(),
        bootstrap.byGroup()
            ? bootstrap.mean(differences)
            : Binomial.difference(onlyFirst, onlySecond, one.size(), bootstrap.unit()),
        onlyFirst,
        onlySecond,
        exact(onlyFirst, onlySecond));
  }

  /** True where the interval leaves out 0. */
  public boolean significant() {
    return interval.low() > 0 || interval.high() < 0;
  }

  /** Twice the chance of at most the smaller count in fair coin tosses. */
  static double exact(int one, int other) {
    int all = one + other;
    double term = -all * Math.log(2);
    double sum = 0;
    for (int i = 0; i <= Math.min(one, other); i++) {
      sum += Math.exp(term);
      term += Math.log(all - i) - Math.log(i + 1.0);
    }
    return Math.min(1, 2 * sum);
  }
}
