package dev.auricle.learn.classical;

import org.jspecify.annotations.Nullable;

/** Fits one kind of model with fixed settings. Immutable. */
interface Learner {
  /**
   * Fits a model; the same arguments give the same model, whatever the threads.
   *
   * @param weights of the rows; a row of weight 0 is as good as absent
   */
  Model fit(Table table, double[] weights, Run run);

  /**
   * True where it takes rows of several labels as they are; else each label is a question apart.
   */
  default boolean takesSeveral() {
    return false;
  }

  /**
   * True where a fit keeps many threads busy; where false, several fits side by side, with fewer
   * threads each, gain more.
   */
  default boolean spreads() {
    return true;
  }

  /** True where clips that were kept apart choose when to stop. */
  default boolean usesValidation() {
    return false;
  }

  /** Bytes of the heap that a fit takes, roughly: the table and a copy of it. */
  default long heap(int rows, long columns) {
    return 2L * rows * columns * Float.BYTES;
  }

  /**
   * The same with clips that may choose when to stop; most models need none.
   *
   * @param validation null where there are none
   */
  default Model fit(Table table, double[] weights, @Nullable Table validation, Run run) {
    return fit(table, weights, run);
  }
}
