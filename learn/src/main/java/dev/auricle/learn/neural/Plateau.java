package dev.auricle.learn.neural;

/** The factor of {@link Schedule#PLATEAU}: halves when the loss has not fallen for five epochs. */
final class Plateau {
  private static final int PATIENCE = 5;

  private double best = Double.POSITIVE_INFINITY;
  private int waited;
  private double factor = 1;

  double factor() {
    return factor;
  }

  void hear(double loss) {
    if (loss < best) {
      best = loss;
      waited = 0;
    } else if (++waited > PATIENCE) {
      factor /= 2;
      waited = 0;
    }
  }
}
