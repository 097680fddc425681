package dev.auricle.learn.classical;

/**
 * Squared distances between the rows of one table, each pair once. Columns are kept one behind the
 * other, so that loops run along rows, which lets the JVM use vector instructions.
 */
final class Pairs {
  private final double[][] columns;

  /**
   * Of a table's rows.
   *
   * @param rows {@code float[rows][columns]}
   */
  Pairs(float[][] rows) {
    columns = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < columns.length; c++) {
        columns[c][i] = rows[i][c];
      }
    }
  }

  /** From row {@code i} to itself and those behind it; entries of the rows before are 0. */
  double[] from(int i) {
    double[] sums = new double[columns[0].length];
    int c = 0;
    for (; c + 4 <= columns.length; c += 4) {
      add(sums, i, columns[c], columns[c + 1], columns[c + 2], columns[c + 3]);
    }
    for (; c < columns.length; c++) {
      add(sums, i, columns[c]);
    }
    return sums;
  }

  private static void add(
      double[] sums, int i, double[] c0, double[] c1, double[] c2, double[] c3) {
    double x0 = c0[i];
    double x1 = c1[i];
    double x2 = c2[i];
    double x3 = c3[i];
    for (int j = i; j < sums.length; j++) {
      double d0 = c0[j] - x0;
      double d1 = c1[j] - x1;
      double d2 = c2[j] - x2;
      double d3 = c3[j] - x3;
      sums[j] += d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
    }
  }

  private static void add(double[] sums, int i, double[] column) {
    double x = column[i];
    for (int j = i; j < sums.length; j++) {
      double difference = column[j] - x;
      sums[j] += difference * difference;
    }
  }
}
