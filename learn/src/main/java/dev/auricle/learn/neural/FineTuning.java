package dev.auricle.learn.neural;

import dev.auricle.network.Network;
import dev.auricle.network.Parameter;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** Names of a network's parameters but for its last layer's. */
  static Set<String> allButTheLast(Network network) {
    String last = network.chain().layers().size() - 1 + ".";
    return network.parameters().stream()
        .map(Parameter::name)
        .filter(name -> !name.startsWith(last))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Whether anything was learnt before. */
  boolean asked() {
    return !learnt.isEmpty();
  }
}
