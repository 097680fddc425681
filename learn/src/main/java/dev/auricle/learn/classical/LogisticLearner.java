package dev.auricle.learn.classical;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Fits a multinomial logistic regression with an L2 penalty by L-BFGS.
 *
 * @param l2 the penalty: half of it times the sum of squared weights is added to the sum of the
 *     rows' losses (scikit-learn's C is one over it)
 * @param maxIterations at which the fit stops in any case
 * @param balance the weight of each class
 */
record LogisticLearner(double l2, int maxIterations, ClassWeight balance) implements Learner {
  /** On the mean loss; scikit-learn's default. */
  private static final double TOLERANCE = 1e-4;

  private static final int MEMORY = 10;

  /** Past this many columns a matrix of columns by columns costs more than it saves. */
  private static final int MOST_CURVED = 3000;

  @Override
  public Logistic fit(Table table, double[] weights, Run run) {
    Standardizer standardizer = Standardizer.fit(table, weights);
    float[][] rows = new float[table.rows()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = standardizer.apply(table.values()[i]);
    }
    double[] balanced = balance.apply(table, weights);
    double all = Arrays.stream(balanced).sum();
    double[] shares = Arrays.stream(balanced).map(w -> w / all).toArray();
    int classes = table.classes();
    SoftmaxLoss loss = new SoftmaxLoss(rows, table.labels(), shares, classes, l2 / all);
    Lbfgs.Result result =
        new Lbfgs(MEMORY, maxIterations, TOLERANCE)
            .minimise(new double[loss.size()], loss, precondition(loss, table.columns(), classes));
    run.progress().step(1, 1, "%d iterations".formatted(result.iterations()));
    float[] fitted = new float[loss.size()];
    for (int i = 0; i < fitted.length; i++) {
      fitted[i] = (float) result.point()[i];
    }
    int split = table.columns() * classes;
    return new Logistic(
        standardizer,
        Arrays.copyOf(fitted, split),
        Arrays.copyOfRange(fitted, split, fitted.length),
        result.iterations());
  }

  private static @Nullable UnaryOperator<double[]> precondition(
      SoftmaxLoss loss, int columns, int classes) {
    if (columns > MOST_CURVED) {
      return null;
    }
    Cholesky curvature = loss.curvature();
    double intercepts = classes * (1.0 / (1 - 1.0 / classes));
    return vector -> {
      double[][] lines = new double[columns][];
      for (int c = 0; c < columns; c++) {
        lines[c] = Arrays.copyOfRange(vector, c * classes, (c + 1) * classes);
      }
      curvature.solve(lines);
      for (int c = 0; c < columns; c++) {
        System.arraycopy(lines[c], 0, vector, c * classes, classes);
      }
      for (int i = columns * classes; i < vector.length; i++) {
        vector[i] *= intercepts;
      }
      return vector;
    };
  }
}
