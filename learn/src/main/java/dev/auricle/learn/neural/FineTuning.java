package dev.auricle.learn.neural;

import dev.auricle.learn.training.Settings;
import dev.auricle.network.Network;
import dev.auricle.network.Parameter;
import dev.auricle.network.published.PublishedNetwork;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How numbers that were learnt before are trained on. New layers are trained alone first, so that
 * what they do not know yet does not spoil what the others do; then all are, the old ones at a rate
 * of their own.
 *
 * @param learnt names of the parameters that were learnt before; empty where all are new
 * @param frozen names of those among them that stay as they are, so that steps cost less: early
 *     layers, which hear what all sounds have
 * @param alone share of all steps in which the new ones are trained alone
 * @param rate of the old ones, as a factor of the rate
 * @param frozenNorms whether batch normalisation keeps the means and variances that it learnt
 *     before, also while training
 */
record FineTuning(
    Set<String> learnt, Set<String> frozen, double alone, double rate, boolean frozenNorms) {
  /** All numbers are new. */
  static final FineTuning NONE = new FineTuning(Set.of(), Set.of(), 0, 1, false);

  FineTuning {
    learnt = Set.copyOf(learnt);
    frozen = Set.copyOf(frozen);
  }

  /** Names of a network's parameters but for its last layer's. */
  static Set<String> allButTheLast(Network network) {
    int last = network.chain().layers().size() - 1;
    return network.parameters().stream()
        .map(Parameter::name)
        .filter(name -> layer(name) < last)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Whether anything was learnt before. */
  boolean asked() {
    return !learnt.isEmpty();
  }

  /** Whether a parameter moves, while new layers are trained alone or afterwards. */
  boolean moves(String parameter, boolean newOnly) {
    return !learnt.contains(parameter) || !(newOnly || frozen.contains(parameter));
  }

  /**
   * How much of what was learnt before is kept: the settings of recipes.
   *
   * @param frozenBlocks how many of the published network's first blocks stay as they are
   * @param alone see {@link FineTuning}
   * @param rate see {@link FineTuning}
   * @param frozenNorms see {@link FineTuning}
   */
  record Care(int frozenBlocks, double alone, double rate, boolean frozenNorms) {
    /**
     * Reads {@code frozen-blocks}, {@code head-alone}, {@code body-rate} and, for networks that
     * have batch normalisation, {@code frozen-norms}.
     */
    static Care from(Settings model, PublishedNetwork published) {
      int blocks = published.blocks().size();
      return new Care(
          model.integer("frozen-blocks", 0, 0, blocks),
          model.number("head-alone", 0.1, 0, 1),
          model.number("body-rate", 0.2, 0, 1),
          published.kind() == PublishedNetwork.Kind.MN && model.flag("frozen-norms", true));
    }

    /**
     * For a network.
     *
     * @param learnt names of its parameters that were learnt before
     * @param published the network that they were learnt in
     * @param before how many layers stand in front of the published one's
     */
    FineTuning of(Set<String> learnt, PublishedNetwork published, int before) {
      int layers = frozenBlocks == 0 ? 0 : before + published.blocks().get(frozenBlocks - 1);
      Set<String> frozen =
          learnt.stream().filter(name -> layer(name) < layers).collect(Collectors.toSet());
      return new FineTuning(learnt, frozen, alone, rate, frozenNorms);
    }
  }

  /** Position of the layer that a parameter belongs to. */
  static int layer(String parameter) {
    return Integer.parseInt(parameter.substring(0, parameter.indexOf('.')));
  }
}
