package dev.auricle.learn.classical;

/** One factor on all scores, such that their soft-max says how sure to be. */
final class Temperature {
  private static final double LEAST = 1e-3;
  private static final double MOST = 1e3;

  private Temperature() {}

  /**
   * The factor of least log loss, by golden-section search on its logarithm; the loss has one
   * valley.
   *
   * @param scores {@code double[rows][classes]}, of rows that the model did not see
   */
  static double fit(double[][] scores, int[] labels, double[] weights) {
    double golden = (Math.sqrt(5) - 1) / 2;
    double low = Math.log(LEAST);
    double high = Math.log(MOST);
    double left = high - golden * (high - low);
    double right = low + golden * (high - low);
    double atLeft = loss(scores, labels, weights, Math.exp(left));
    double atRight = loss(scores, labels, weights, Math.exp(right));
    while (high - low > 1e-4) {
      if (atLeft <= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - golden * (high - low);
        atLeft = loss(scores, labels, weights, Math.exp(left));
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + golden * (high - low);
        atRight = loss(scores, labels, weights, Math.exp(right));
      }
    }
    return Math.exp((low + high) / 2);
  }

  private static double loss(double[][] scores, int[] labels, double[] weights, double factor) {
    double loss = 0;
    double[] scaled = new double[scores.length == 0 ? 0 : scores[0].length];
    for (int i = 0; i < scores.length; i++) {
      for (int k = 0; k < scaled.length; k++) {
        scaled[k] = factor * scores[i][k];
      }
      loss -= weights[i] * Math.log(Math.max(1e-300, Logistic.softmax(scaled)[labels[i]]));
    }
    return loss;
  }
}
