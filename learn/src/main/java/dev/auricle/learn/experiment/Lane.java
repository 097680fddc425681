package dev.auricle.learn.experiment;

import dev.auricle.learn.training.SideBySide;
import java.util.function.BooleanSupplier;

/**
 * Where one fit runs.
 *
 * @param plan how many run beside it, and its threads
 * @param stages hears what it does
 * @param inVain true once nobody waits for it any more: one beside it has failed
 */
record Lane(SideBySide plan, Stages stages, BooleanSupplier inVain) {
  /** One that runs by itself. */
  static Lane alone(int threads, Stages stages) {
    return new Lane(new SideBySide(1, threads), stages, () -> false);
  }

  int threads() {
    return plan.threads();
  }
}
