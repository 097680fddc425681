package dev.auricle.network.published;

import dev.auricle.network.Network;
import dev.auricle.network.Parameter;
import dev.auricle.network.Weight;
import dev.auricle.network.Weights;
import dev.auricle.network.checkpoint.Checkpoint;
import dev.auricle.signal.AuricleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network and where a published file keeps its numbers.
 *
 * @param network up to the scores
 * @param sources one for each of the network's parameters, in their order
 */
public record Blueprint(Network network, List<Source> sources) {
  public Blueprint {
    sources = List.copyOf(sources);
    if (sources.size() != network.parameters().size()) {
      throw new IllegalArgumentException(
          sources.size() + " sources for " + network.parameters().size() + " parameters");
    }
  }

  /**
   * The network's weights from a file.
   *
   * @throws AuricleException if a tensor is missing, or of another shape
   */
  public Weights fill(Checkpoint checkpoint) {
    Map<String, Weight> weights = new LinkedHashMap<>();
    List<Parameter> parameters = network.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      weights.put(parameter.name(), sources.get(i).read(checkpoint, parameter.shape()));
    }
    return new Weights(weights);
  }
}
