package dev.auricle.learn.inspection;

/**
 * How often each label was carried, answered, and both.
 *
 * @param rows counted
 */
@SuppressWarnings("ArrayRecordComponent") // working memory, never compared as a whole
record Tally(int rows, boolean multiLabel, int[] carried, int[] given, int[] right) {

  /**
   * Counts rows.
   *
   * @param truth where each tested row's true labels are to be looked up: the row itself, or
   *     another one in a permutation
   */
  static Tally of(ProbeData data, Answers answers, int[] tested, int[] truth) {
    int labels = data.labels().size();
    Tally tally =
        new Tally(
            tested.length, data.multiLabel(), new int[labels], new int[labels], new int[labels]);
    for (int t = 0; t < tested.length; t++) {
      int[] carried = data.carried()[truth[t]];
      for (int c : carried) {
        tally.carried[c]++;
      }
      for (int g : answers.given()[tested[t]]) {
        tally.given[g]++;
        for (int c : carried) {
          tally.right[g] += c == g ? 1 : 0;
        }
      }
    }
    return tally;
  }

  /**
   * Accuracy with every label counted alike: the mean share of each label's clips that were given
   * it; where clips carry several labels, the mean of that and of the share of the other clips that
   * were not given it.
   */
  double accuracy() {
    double sum = 0;
    int counted = 0;
    for (int k = 0; k < carried.length; k++) {
      int others = rows - carried[k];
      if (carried[k] > 0 && others > 0) {
        double found = right[k] / (double) carried[k];
        double spared = 1 - (given[k] - right[k]) / (double) others;
        sum += multiLabel ? (found + spared) / 2 : found;
        counted++;
      }
    }
    return counted == 0 ? Double.NaN : sum / counted;
  }

  /** What the same accuracy is without looking. */
  double chance() {
    int counted = 0;
    for (int each : carried) {
      counted += each > 0 && each < rows ? 1 : 0;
    }
    return multiLabel ? 0.5 : 1.0 / counted;
  }

  /** Share of a label's clips that were given it. */
  double recall(int label) {
    return carried[label] == 0 ? 0 : right[label] / (double) carried[label];
  }

  /** Share of the clips given a label that carry it. */
  double precision(int label) {
    return given[label] == 0 ? 0 : right[label] / (double) given[label];
  }

  /**
   * Matthews' correlation between carrying a label and being given it: 0 by chance, however
   * frequent the label is, and 1 where the two are the same.
   */
  double correlation(int label) {
    double c = carried[label];
    double g = given[label];
    double spread = Math.sqrt(c * g * (rows - c) * (rows - g));
    return spread == 0 ? 0 : (right[label] * (double) rows - c * g) / spread;
  }

  /** The highest correlation of any label. */
  double bestCorrelation() {
    double best = -1;
    for (int k = 0; k < carried.length; k++) {
      best = Math.max(best, correlation(k));
    }
    return best;
  }
}
