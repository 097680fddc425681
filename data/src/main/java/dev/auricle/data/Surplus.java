package dev.auricle.data;

/**
 * By how much the test part exceeds its share so far, label by label and in all. Each group goes to
 * the side that leaves the smaller squares, but a group of one label never moves its label further
 * from the share than the label's largest group.
 */
final class Surplus {
  private final double[] labels;
  private final double fraction;
  private double all;

  Surplus(double[] labels, double fraction) {
    this.labels = labels;
    this.fraction = fraction;
  }

  boolean prefersTest(double[] block, int size, double[] largest) {
    boolean testFits = fits(block, true, largest);
    boolean trainFits = fits(block, false, largest);
    if (testFits != trainFits) {
      return testFits;
    }
    return cost(block, size, true) < cost(block, size, false);
  }

  void take(double[] block, int size, boolean test) {
    for (int l = 0; l < labels.length; l++) {
      labels[l] += block[l] * step(test);
    }
    all += size * step(test);
  }

  private double step(boolean test) {
    return test ? 1 - fraction : -fraction;
  }

  private boolean fits(double[] block, boolean test, double[] largest) {
    for (int l = 0; l < labels.length; l++) {
      if (block[l] > 0 && Math.abs(labels[l] + block[l] * step(test)) > largest[l]) {
        return false;
      }
    }
    return true;
  }

  private double cost(double[] block, int size, boolean test) {
    double total = all + size * step(test);
    double sum = total * total;
    for (int l = 0; l < labels.length; l++) {
      double surplus = labels[l] + block[l] * step(test);
      sum += surplus * surplus;
    }
    return sum;
  }
}
