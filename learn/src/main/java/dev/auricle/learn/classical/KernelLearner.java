package dev.auricle.learn.classical;

import dev.auricle.signal.AuricleException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Fits a kernel machine with a Gaussian kernel by regularised least squares on one target a class
 * (Rifkin, Yeo and Poggio, 2003; also called kernel ridge, or least-squares SVM). The fit is one
 * factorisation, whose inverse also gives what each row would score had it been left out; on those
 * scores the temperature of the probabilities is chosen.
 *
 * @param width of the kernel: rows at squared distance {@code d}, per standardised column that
 *     varies, are alike by {@code exp(-width * d)}
 * @param ridge penalty; more bends less to the training rows
 * @param balance the weight of each class
 */
record KernelLearner(double width, double ridge, ClassWeight balance) implements Learner {
  /** The fit holds a matrix of rows by rows in doubles. */
  static final int MOST_ROWS = 12_000;

  @Override
  public Kernel fit(Table table, double[] weights, Run run) {
    int[] kept = IntStream.range(0, table.rows()).filter(i -> weights[i] > 0).toArray();
    if (kept.length > MOST_ROWS) {
      throw new AuricleException(
          ("model type kernel takes at most %d training clips, for it compares each with each;"
                  + " found %d: use logistic, forest or xgboost")
              .formatted(MOST_ROWS, kept.length));
    }
    Standardizer standardizer = Standardizer.fit(table, weights);
    Table some = table.subset(kept);
    float[][] rows = Arrays.stream(some.values()).map(standardizer::apply).toArray(float[][]::new);
    double[] all = balance.apply(table, weights);
    double mean = Arrays.stream(all).sum() / kept.length;
    double[] own = IntStream.of(kept).mapToDouble(i -> all[i] / mean).toArray();
    double gamma = width / Math.max(1, standardizer.varying());
    Pairs pairs = new Pairs(rows);
    double[][] matrix = new double[rows.length][];
    run.each(
        rows.length,
        "rows",
        i -> {
          matrix[i] = Kernel.alike(pairs.from(i), gamma);
          return i;
        });
    for (int i = 0; i < rows.length; i++) {
      matrix[i][i] += ridge / own[i];
    }
    double[] offsets = new double[table.classes()];
    double[][] targets = targets(some, own, offsets);
    double[][] factors = Arrays.stream(targets).map(double[]::clone).toArray(double[][]::new);
    Cholesky cholesky = Cholesky.of(matrix);
    cholesky.solve(factors);
    double[] diagonal = cholesky.inverseDiagonal();
    double[][] leftOut = new double[rows.length][table.classes()];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < offsets.length; k++) {
        leftOut[i][k] = offsets[k] + targets[i][k] - factors[i][k] / diagonal[i];
      }
    }
    double temperature = Temperature.fit(leftOut, some.labels(), own);
    return new Kernel(standardizer, new Distances(rows), gamma, factors, offsets, temperature);
  }

  /** 1 for a row's class and -1 / (classes - 1) for the others, less their means. */
  private static double[][] targets(Table table, double[] weights, double[] means) {
    int classes = table.classes();
    double other = classes > 1 ? -1.0 / (classes - 1) : 0;
    double all = Arrays.stream(weights).sum();
    double[][] targets = new double[table.rows()][classes];
    for (int i = 0; i < targets.length; i++) {
      Arrays.fill(targets[i], other);
      targets[i][table.labels()[i]] = 1;
      for (int k = 0; k < classes; k++) {
        means[k] += weights[i] / all * targets[i][k];
      }
    }
    for (double[] target : targets) {
      for (int k = 0; k < classes; k++) {
        target[k] -= means[k];
      }
    }
    return targets;
  }

  /** With the matrix of rows by rows, and its inverse. */
  @Override
  public long heap(int rows, long columns) {
    return Learner.super.heap(rows, columns) + 2L * rows * rows * Double.BYTES;
  }
}
