package dev.auricle.learn.classical;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Fits a random forest (Breiman, 2001), extra-trees (Geurts, Ernst and Wehenkel, 2006) or, with one
 * tree and no bootstrap, a plain decision tree. Probabilities are averaged over trees, as
 * scikit-learn does, rather than votes counted.
 *
 * @param trees how many
 * @param bootstrap true gives each tree rows drawn with replacement
 * @param tree how each grows
 * @param balance the weight of each class
 */
record ForestLearner(int trees, boolean bootstrap, TreeSettings tree, ClassWeight balance)
    implements Learner {

  /** Trees of several outputs: a leaf holds the share of each label. */
  @Override
  public boolean takesSeveral() {
    return true;
  }

  @Override
  public Forest fit(Table table, double[] weights, Run run) {
    return fit(table, weights, run, Bins.of(table, tree.bins()));
  }

  /** Fits on a table that was cut into bins before, as boosting does round after round. */
  Forest fit(Table table, double[] weights, Run run, Bins bins) {
    long[] seeds = run.seeds(trees);
    double[] balanced = balance.apply(table, weights);
    ThreadLocal<TreeGrower> growers =
        ThreadLocal.withInitial(() -> new TreeGrower(bins, table, tree));
    List<TreeGrower.Grown> grown =
        run.each(
            trees,
            "trees",
            t -> {
              SplittableRandom random = new SplittableRandom(seeds[t]);
              double[] drawn = bootstrap ? draw(balanced, random) : balanced;
              return growers.get().grow(drawn, random);
            });
    List<Tree> made = grown.stream().map(TreeGrower.Grown::tree).toList();
    double outOfBag = bootstrap ? outOfBag(table, balanced, made, seeds) : Double.NaN;
    return new Forest(made, table.classes(), importance(grown), outOfBag);
  }

  /** The weights times how often each row is drawn. */
  private static double[] draw(double[] weights, SplittableRandom random) {
    double[] drawn = new double[weights.length];
    boolean any = false;
    while (!any) {
      Arrays.fill(drawn, 0);
      for (int i = 0; i < drawn.length; i++) {
        int row = random.nextInt(drawn.length);
        drawn[row] += weights[row];
        any |= weights[row] > 0;
      }
    }
    return drawn;
  }

  private static double outOfBag(Table table, double[] weights, List<Tree> trees, long[] seeds) {
    double[][] sums = new double[table.rows()][table.classes()];
    int[] judgedBy = new int[table.rows()];
    for (int t = 0; t < seeds.length; t++) {
      double[] drawn = draw(weights, new SplittableRandom(seeds[t]));
      for (int i = 0; i < drawn.length; i++) {
        if (drawn[i] == 0 && weights[i] > 0) {
          trees.get(t).addTo(sums[i], table.values()[i], 1);
          judgedBy[i]++;
        }
      }
    }
    int right = 0;
    int all = 0;
    for (int i = 0; i < sums.length; i++) {
      if (judgedBy[i] > 0) {
        right += right(table, i, sums[i], judgedBy[i]) ? 1 : 0;
        all++;
      }
    }
    return all == 0 ? Double.NaN : (double) right / all;
  }

  /** The most probable label is the row's; of several, each that half of the trees' shares say. */
  private static boolean right(Table table, int row, double[] sums, int trees) {
    if (table.several()) {
      int[] given = IntStream.range(0, sums.length).filter(k -> sums[k] >= 0.5 * trees).toArray();
      return Arrays.equals(given, table.sets()[row]);
    }
    int best = 0;
    for (int k = 1; k < sums.length; k++) {
      best = sums[k] > sums[best] ? k : best;
    }
    return best == table.labels()[row];
  }

  private static double[] importance(List<TreeGrower.Grown> grown) {
    double[] mean = new double[grown.get(0).decrease().length];
    double all = 0;
    for (TreeGrower.Grown one : grown) {
      double sum = Arrays.stream(one.decrease()).sum();
      for (int c = 0; sum > 0 && c < mean.length; c++) {
        mean[c] += one.decrease()[c] / sum;
      }
      all += sum > 0 ? 1 : 0;
    }
    for (int c = 0; all > 0 && c < mean.length; c++) {
      mean[c] /= all;
    }
    return mean;
  }
}
