package dev.auricle.learn.classical;

/** Fits one kind of model with fixed settings. Immutable. */
interface Learner {
  /**
   * Fits a model; the same arguments give the same model, whatever the threads.
   *
   * @param weights of the rows; a row of weight 0 is as good as absent
   */
  Model fit(Table table, double[] weights, Run run);
}
