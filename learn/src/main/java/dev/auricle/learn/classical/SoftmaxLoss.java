package dev.auricle.learn.classical;

import java.util.Arrays;

/**
 * The penalised loss of a multinomial logistic regression and its gradient: weighted mean over rows
 * of {@code -ln p(label)}, plus half the penalty times the sum of squared weights. Intercepts are
 * not penalised.
 *
 * <p>Weights are {@code double[(columns + 1) * classes]}, a column's entries for the classes next
 * to each other, the intercepts last.
 */
final class SoftmaxLoss implements Lbfgs.Objective {
  private static final int BLOCK = 4;

  private final float[][] rows;
  private final int[] labels;
  private final double[] weights;
  private final int columns;
  private final int classes;
  private final double penalty;
  private final double[][] scores;
  private final double[][] lines;
  private final double[][] slopes;
  private final float[][] block = new float[BLOCK][];
  private final float[] absent;

  /**
   * @param rows standardised
   * @param weights of the rows, which sum to 1
   */
  SoftmaxLoss(float[][] rows, int[] labels, double[] weights, int classes, double penalty) {
    this.rows = rows;
    this.labels = labels;
    this.weights = weights;
    this.classes = classes;
    this.penalty = penalty;
    columns = rows[0].length;
    scores = new double[BLOCK][classes];
    lines = new double[columns + 1][classes];
    slopes = new double[columns + 1][classes];
    absent = new float[columns];
  }

  int size() {
    return (columns + 1) * classes;
  }

  @Override
  public double at(double[] point, double[] gradient) {
    double squares = 0;
    for (int c = 0; c <= columns; c++) {
      System.arraycopy(point, c * classes, lines[c], 0, classes);
      Arrays.fill(slopes[c], 0);
      for (int k = 0; k < classes && c < columns; k++) {
        squares += lines[c][k] * lines[c][k];
        slopes[c][k] = penalty * lines[c][k];
      }
    }
    double loss = penalty * squares / 2;
    for (int i = 0; i < rows.length; i += BLOCK) {
      for (int r = 0; r < BLOCK; r++) {
        block[r] = i + r < rows.length ? rows[i + r] : absent;
        System.arraycopy(lines[columns], 0, scores[r], 0, classes);
      }
      for (int c = 0; c < columns; c++) {
        forward(lines[c], block[0][c], block[1][c], block[2][c], block[3][c]);
      }
      for (int r = 0; r < BLOCK; r++) {
        if (i + r < rows.length) {
          loss += errors(scores[r], i + r);
        } else {
          Arrays.fill(scores[r], 0);
        }
      }
      for (int c = 0; c < columns; c++) {
        backward(slopes[c], block[0][c], block[1][c], block[2][c], block[3][c]);
      }
      backward(slopes[columns], 1, 1, 1, 1);
    }
    for (int c = 0; c <= columns; c++) {
      System.arraycopy(slopes[c], 0, gradient, c * classes, classes);
    }
    return loss;
  }

  /**
   * One column's part in four rows' scores. Every array has the same index, which lets the JVM use
   * vector instructions.
   */
  private void forward(double[] line, double x0, double x1, double x2, double x3) {
    double[] s0 = scores[0];
    double[] s1 = scores[1];
    double[] s2 = scores[2];
    double[] s3 = scores[3];
    for (int k = 0; k < line.length; k++) {
      s0[k] += x0 * line[k];
      s1[k] += x1 * line[k];
      s2[k] += x2 * line[k];
      s3[k] += x3 * line[k];
    }
  }

  /** Four rows' part in one column's gradient. */
  private void backward(double[] slope, double x0, double x1, double x2, double x3) {
    double[] s0 = scores[0];
    double[] s1 = scores[1];
    double[] s2 = scores[2];
    double[] s3 = scores[3];
    for (int k = 0; k < slope.length; k++) {
      slope[k] += x0 * s0[k] + x1 * s1[k] + x2 * s2[k] + x3 * s3[k];
    }
  }

  /** Turns a row's scores into its weight times (probability - target); gives its loss. */
  private double errors(double[] scores, int i) {
    double largest = scores[0];
    for (double score : scores) {
      largest = Math.max(largest, score);
    }
    double own = scores[labels[i]] - largest;
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = Math.exp(scores[k] - largest);
      sum += scores[k];
    }
    double factor = weights[i] / sum;
    for (int k = 0; k < scores.length; k++) {
      scores[k] *= factor;
    }
    scores[labels[i]] -= weights[i];
    return weights[i] * (Math.log(sum) - own);
  }

  /** A rough second derivative, factored: that of equal probabilities, alike for all classes. */
  Cholesky curvature() {
    double[][] matrix = new double[columns][columns];
    double factor = (1.0 / classes) * (1 - 1.0 / classes);
    double[][] wide = new double[BLOCK][columns];
    for (int i = 0; i < rows.length; i += BLOCK) {
      for (int r = 0; r < BLOCK; r++) {
        double scale = i + r < rows.length ? Math.sqrt(factor * weights[i + r]) : 0;
        float[] row = i + r < rows.length ? rows[i + r] : absent;
        for (int c = 0; c < columns; c++) {
          wide[r][c] = scale * row[c];
        }
      }
      for (int c = 0; c < columns; c++) {
        add(matrix[c], c, wide[0], wide[1], wide[2], wide[3]);
      }
    }
    for (int c = 0; c < columns; c++) {
      matrix[c][c] += Math.max(penalty, 1e-6);
    }
    return Cholesky.of(matrix);
  }

  /** Four rows' part in one line of a matrix of columns by columns, from the diagonal on. */
  private static void add(
      double[] line, int c, double[] r0, double[] r1, double[] r2, double[] r3) {
    double x0 = r0[c];
    double x1 = r1[c];
    double x2 = r2[c];
    double x3 = r3[c];
    for (int d = c; d < line.length; d++) {
      line[d] += x0 * r0[d] + x1 * r1[d] + x2 * r2[d] + x3 * r3[d];
    }
  }
}
