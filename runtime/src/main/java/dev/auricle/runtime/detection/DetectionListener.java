package dev.auricle.runtime.detection;

import dev.auricle.runtime.Event;

/** Hears what a {@link DetectionStream} finds, in the thread that pushes its samples. */
@FunctionalInterface
public interface DetectionListener {
  /** An event that later samples cannot change any more. */
  void event(Event event);

  /**
   * Probabilities of one cell of the grid, before smoothing; cells come in order.
   *
   * @param start of the cell, in seconds
   * @param end of the cell, in seconds
   * @param probabilities in the order of the bundle's labels; all zero in silence. Not copied
   */
  default void heard(double start, double end, float[] probabilities) {}

  /**
   * What was wrong with a file that could be read all the same, such as an end that came early;
   * told after its last event.
   */
  default void damaged(String what) {}
}
