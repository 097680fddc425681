package dev.auricle.learn.classical;

/** A symmetric positive matrix as {@code L L'}, to solve with. */
final class Cholesky {
  private final double[][] lower;

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  /** Factors a matrix; its lower triangle is read, and overwritten. */
  static Cholesky of(double[][] matrix) {
    int size = matrix.length;
    for (int i = 0; i < size; i++) {
      double[] row = matrix[i];
      for (int j = 0; j <= i; j++) {
        double[] other = matrix[j];
        double sum = row[j];
        for (int k = 0; k < j; k++) {
          sum -= row[k] * other[k];
        }
        if (i == j) {
          if (sum <= 0) {
            throw new IllegalArgumentException("the matrix is not positive at row " + i);
          }
          row[i] = Math.sqrt(sum);
        } else {
          row[j] = sum / other[j];
        }
      }
    }
    return new Cholesky(matrix);
  }

  /**
   * Solves for several right sides at once, in place.
   *
   * @param sides {@code double[rows * count]}, the sides' entries for a row next to each other
   */
  void solve(double[] sides, int count) {
    int size = lower.length;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        subtract(sides, i * count, j * count, count, lower[i][j]);
      }
      divide(sides, i * count, count, lower[i][i]);
    }
    for (int i = size - 1; i >= 0; i--) {
      divide(sides, i * count, count, lower[i][i]);
      for (int j = 0; j < i; j++) {
        subtract(sides, j * count, i * count, count, lower[i][j]);
      }
    }
  }

  private static void subtract(double[] sides, int to, int from, int count, double factor) {
    for (int k = 0; k < count; k++) {
      sides[to + k] -= factor * sides[from + k];
    }
  }

  private static void divide(double[] sides, int at, int count, double divisor) {
    for (int k = 0; k < count; k++) {
      sides[at + k] /= divisor;
    }
  }
}
