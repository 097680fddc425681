package dev.auricle.learn.experiment;

import dev.auricle.learn.training.SideBySide;

/**
 * Where one fit runs.
 *
 * @param plan how many run beside it, and its threads
 * @param stages hears what it does
 */
record Lane(SideBySide plan, Stages stages) {
  int threads() {
    return plan.threads();
  }
}
