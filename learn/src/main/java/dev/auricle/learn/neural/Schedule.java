package dev.auricle.learn.neural;

/** How the learning rate moves from the first step to the last; each begins with the warm-up. */
enum Schedule {
  /** Stays. */
  CONSTANT,
  /** Falls to a tenth after half of the steps, and again after three quarters. */
  STEP,
  /** Falls along half a cosine to zero. */
  COSINE,
  /**
   * Rises along half a cosine during the warm-up (a quarter of all steps if none is set) and falls
   * along another to zero (after Smith 2018).
   */
  ONE_CYCLE,
  /** Halves each time the training loss has not fallen for five epochs. */
  PLATEAU;

  /**
   * Factor of the highest rate.
   *
   * @param progress share of all steps done, in [0, 1)
   * @param warmUp share of all steps in which the rate rises
   */
  double factor(double progress, double warmUp) {
    double rise = this == ONE_CYCLE && warmUp == 0 ? 0.25 : warmUp;
    if (progress < rise) {
      double share = progress / rise;
      return this == ONE_CYCLE ? halfCosine(1 - share, 0.04) : 0.01 + 0.99 * share;
    }
    double share = (progress - rise) / (1 - rise);
    return switch (this) {
      case CONSTANT, PLATEAU -> 1;
      case STEP -> share < 0.5 ? 1 : share < 0.75 ? 0.1 : 0.01;
      case COSINE, ONE_CYCLE -> halfCosine(share, 0);
    };
  }

  /** From 1 at share 0 to {@code least} at share 1. */
  private static double halfCosine(double share, double least) {
    return least + (1 - least) * 0.5 * (1 + Math.cos(Math.PI * share));
  }
}
