package dev.auricle.runtime.detection;

/** Mean and full covariance of vectors that come and go. */
final class Gaussian {
  private final int size;
  private final double floor;
  private final double[] sums;
  private final double[] products;
  private int count;

  /**
   * @param floor added to each variance
   */
  Gaussian(int size, double floor) {
    this.size = size;
    this.floor = floor;
    this.sums = new double[size];
    this.products = new double[size * size];
  }

  void add(double[] vector) {
    change(vector, 1);
  }

  void remove(double[] vector) {
    change(vector, -1);
  }

  private void change(double[] vector, int sign) {
    count += sign;
    for (int i = 0; i < size; i++) {
      sums[i] += sign * vector[i];
      for (int j = 0; j <= i; j++) {
        products[i * size + j] += sign * vector[i] * vector[j];
      }
    }
  }

  /** Twice the vectors' negative log likelihood, but for constants: n ln |covariance|. */
  double cost() {
    double[] l = new double[size * size];
    double logDeterminant = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double value = products[i * size + j] / count - sums[i] / count * (sums[j] / count);
        for (int k = 0; k < j; k++) {
          value -= l[i * size + k] * l[j * size + k];
        }
        if (i == j) {
          // The floor also outweighs what cancellation leaves of a variance of nothing.
          double root = Math.sqrt(Math.max(0, value) + floor);
          l[i * size + i] = root;
          logDeterminant += 2 * Math.log(root);
        } else {
          l[i * size + j] = value / l[j * size + j];
        }
      }
    }
    return count * logDeterminant;
  }
}
