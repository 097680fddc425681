package dev.auricle.learn.neural;

import java.util.Set;

/**
 * How numbers that were learnt before are trained on. New layers are trained alone first, so that
 * what they do not know yet does not spoil what the others do; then all are, the old ones at a rate
 * of their own.
 *
 * @param learnt names of the parameters that were learnt before; empty where all are new
 * @param alone share of all steps in which the new ones are trained alone
 * @param rate of the old ones, as a factor of the rate
 * @param frozenNorms whether batch normalisation keeps the means and variances that it learnt
 *     before, also while training
 */
record FineTuning(Set<String> learnt, double alone, double rate, boolean frozenNorms) {
  /** All numbers are new. */
  static final FineTuning NONE = new FineTuning(Set.of(), 0, 1, false);

  FineTuning {
    learnt = Set.copyOf(learnt);
  }

  /** Whether anything was learnt before. */
  boolean asked() {
    return !learnt.isEmpty();
  }
}
