package dev.auricle.network;

import dev.auricle.signal.AuricleException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A network's numbers by name, as {@link Network#parameters} names them. Immutable. */
public final class Weights {
  private final Map<String, Weight> byName;

  public Weights(Map<String, Weight> byName) {
    this.byName = new LinkedHashMap<>(byName);
  }

  /**
   * Numbers to start training from: weights evenly between plus and minus one over the root of the
   * values that they sum over, as libtorch's layers start; ones and zeros elsewhere.
   */
  public static Weights initial(Network network, long seed) {
    Random random = new Random(seed);
    Map<String, Weight> weights = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      weights.put(parameter.name(), new Weight(start(parameter, random), parameter.shape()));
    }
    return new Weights(weights);
  }

  private static float[] start(Parameter parameter, Random random) {
    Shape shape = parameter.shape();
    float[] values = new float[shape.size()];
    switch (parameter.role()) {
      case WEIGHT, RECURRENT ->
          fill(values, Math.sqrt((double) shape.axis(0) / values.length), random);
      case SCALE, VARIANCE, FIXED_SCALE -> Arrays.fill(values, 1);
      case BIAS, SHIFT, MEAN, FIXED_SHIFT -> {}
    }
    return values;
  }

  private static void fill(float[] values, double bound, Random random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
  }

  /** The array of that name. */
  public Weight get(String name) {
    Weight weight = byName.get(name);
    if (weight == null) {
      throw new AuricleException("no weights called '" + name + "'; there are " + byName.keySet());
    }
    return weight;
  }

  /** The same weights with one array replaced or added. */
  public Weights with(String name, Weight weight) {
    Map<String, Weight> changed = new LinkedHashMap<>(byName);
    changed.put(name, weight);
    return new Weights(changed);
  }

  public Set<String> names() {
    return Set.copyOf(byName.keySet());
  }

  /** Those of a network that is a part of theirs. */
  public Weights part(Network network) {
    Map<String, Weight> part = new LinkedHashMap<>(byName);
    part.keySet().retainAll(network.parameters().stream().map(Parameter::name).toList());
    return new Weights(part);
  }

  /**
   * Checks that these are a network's weights.
   *
   * @throws AuricleException naming what is missing, unknown or of another shape
   */
  public void check(Network network) {
    Map<String, Weight> left = new LinkedHashMap<>(byName);
    for (Parameter parameter : network.parameters()) {
      Weight weight = left.remove(parameter.name());
      if (weight == null || !weight.shape().equals(parameter.shape())) {
        throw new AuricleException(
            "weights '"
                + parameter.name()
                + "' must be "
                + parameter.shape()
                + ", found "
                + (weight == null ? "none" : weight.shape()));
      }
    }
    if (!left.isEmpty()) {
      throw new AuricleException("weights that the network does not have: " + left.keySet());
    }
  }
}
