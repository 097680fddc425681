package dev.auricle.learn.classical;

/**
 * A symmetric positive matrix as {@code U' U}, to solve with. Loops run along rows of equal index,
 * which lets the JVM use vector instructions.
 */
final class Cholesky {
  private final double[][] upper;

  private Cholesky(double[][] upper) {
    this.upper = upper;
  }

  /** Factors a matrix; its upper triangle is read, and overwritten. */
  static Cholesky of(double[][] matrix) {
    int size = matrix.length;
    for (int k = 0; k < size; k++) {
      double[] row = matrix[k];
      int m = 0;
      for (; m + 4 <= k; m += 4) {
        subtract(row, k, matrix[m], matrix[m + 1], matrix[m + 2], matrix[m + 3]);
      }
      for (; m < k; m++) {
        subtract(row, k, matrix[m]);
      }
      if (!(row[k] > 0)) {
        throw new IllegalArgumentException("the matrix is not positive at row " + k);
      }
      double root = Math.sqrt(row[k]);
      for (int i = k; i < size; i++) {
        row[i] /= root;
      }
    }
    return new Cholesky(matrix);
  }

  private static void subtract(
      double[] row, int from, double[] r0, double[] r1, double[] r2, double[] r3) {
    double c0 = r0[from];
    double c1 = r1[from];
    double c2 = r2[from];
    double c3 = r3[from];
    for (int i = from; i < row.length; i++) {
      row[i] -= c0 * r0[i] + c1 * r1[i] + c2 * r2[i] + c3 * r3[i];
    }
  }

  private static void subtract(double[] row, int from, double[] other) {
    double factor = other[from];
    for (int i = from; i < row.length; i++) {
      row[i] -= factor * other[i];
    }
  }

  /** Solves for several right sides at once, {@code double[size][sides]}, in place. */
  void solve(double[][] sides) {
    int size = upper.length;
    for (int m = 0; m < size; m++) {
      divide(sides[m], upper[m][m]);
      for (int i = m + 1; i < size; i++) {
        subtract(sides[i], sides[m], upper[m][i]);
      }
    }
    for (int m = size - 1; m >= 0; m--) {
      for (int i = m + 1; i < size; i++) {
        subtract(sides[m], sides[i], upper[m][i]);
      }
      divide(sides[m], upper[m][m]);
    }
  }

  private static void subtract(double[] from, double[] what, double factor) {
    for (int k = 0; k < from.length; k++) {
      from[k] -= factor * what[k];
    }
  }

  private static void divide(double[] row, double divisor) {
    for (int k = 0; k < row.length; k++) {
      row[k] /= divisor;
    }
  }

  /** The diagonal of the inverse. */
  double[] inverseDiagonal() {
    int size = upper.length;
    double[] diagonal = new double[size];
    double[][] inverse = new double[size][];
    // Rows of U^-1, from the last up; entry i of the diagonal is the square length of row i.
    for (int k = size - 1; k >= 0; k--) {
      double[] row = new double[size];
      row[k] = 1;
      double[] factors = upper[k];
      int m = k + 1;
      for (; m + 4 <= size; m += 4) {
        subtract(row, inverse, factors, m);
      }
      for (; m < size; m++) {
        subtract(row, inverse[m], factors[m], m);
      }
      divide(row, upper[k][k]);
      inverse[k] = row;
      for (int i = k; i < size; i++) {
        diagonal[k] += row[i] * row[i];
      }
    }
    return diagonal;
  }

  /** Subtracts four rows from {@code m} on, which are 0 before their own place. */
  private static void subtract(double[] row, double[][] rows, double[] factors, int m) {
    double[] r0 = rows[m];
    double[] r1 = rows[m + 1];
    double[] r2 = rows[m + 2];
    double[] r3 = rows[m + 3];
    double f0 = factors[m];
    double f1 = factors[m + 1];
    double f2 = factors[m + 2];
    double f3 = factors[m + 3];
    for (int i = m; i < row.length; i++) {
      row[i] -= f0 * r0[i] + f1 * r1[i] + f2 * r2[i] + f3 * r3[i];
    }
  }

  private static void subtract(double[] row, double[] other, double factor, int from) {
    for (int i = from; i < row.length; i++) {
      row[i] -= factor * other[i];
    }
  }
}
