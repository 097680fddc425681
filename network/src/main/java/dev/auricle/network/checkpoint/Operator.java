package dev.auricle.network.checkpoint;

import java.util.List;
import java.util.Map;

/**
 * One step of a file's graph.
 *
 * @param kind as the format calls it: {@code CONV_2D}
 * @param inputs names of the tensors it reads; empty for an optional one that is left out
 * @param outputs names of the tensors it makes
 * @param options strides, padding and the like, by the format's names
 */
public record Operator(
    String kind, List<String> inputs, List<String> outputs, Map<String, Integer> options) {
  public Operator {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    options = Map.copyOf(options);
  }
}
