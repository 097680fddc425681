package dev.auricle.learn.evaluation;

/** 95 % intervals of shares of clips that have nothing to do with each other. */
final class Binomial {
  private Binomial() {}

  /**
   * Interval of a share (Wilson, 1927). Where none or all are counted it is no point, as that of a
   * bootstrap would be: all of 300 gives 98.7 % to 100 %.
   *
   * @param share in [0, 1]
   * @param clips how many it is of; a part of one where clips count less than one each
   */
  static Evaluation.Interval wilson(double share, double clips, String unit) {
    double square = Normal.Z * Normal.Z / clips;
    double middle = (share + square / 2) / (1 + square);
    double half = Math.sqrt(square * (share * (1 - share) + square / 4)) / (1 + square);
    return new Evaluation.Interval(
        share == 0 ? 0 : middle - half, share == 1 ? 1 : middle + half, unit);
  }

  /**
   * Interval of the difference of two shares of the same clips (Bonett and Price, 2012): one more
   * clip that the first alone gets right, and one that the second does, then as for a mean.
   */
  static Evaluation.Interval difference(int onlyFirst, int onlySecond, int clips, String unit) {
    double first = (onlyFirst + 1) / (clips + 2.0);
    double second = (onlySecond + 1) / (clips + 2.0);
    double middle = first - second;
    double half = Normal.Z * Math.sqrt((first + second - middle * middle) / (clips + 2.0));
    return new Evaluation.Interval(Math.max(-1, middle - half), Math.min(1, middle + half), unit);
  }
}
