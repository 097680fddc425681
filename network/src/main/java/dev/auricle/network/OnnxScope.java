package dev.auricle.network;

import dev.auricle.network.onnx.Attribute;
import dev.auricle.network.onnx.OnnxGraph;
import java.util.List;

/** The graph being written, and the weights of the layer being written. */
public final class OnnxScope {
  private final OnnxGraph graph;
  private final Weights weights;
  private final String prefix;

  OnnxScope(OnnxGraph graph, Weights weights, String prefix) {
    this.graph = graph;
    this.weights = weights;
    this.prefix = prefix;
  }

  /** The scope of a layer inside this one. */
  OnnxScope inside(String name) {
    return new OnnxScope(graph, weights, prefix + name + ".");
  }

  /** Adds a node with one output. */
  String node(String operator, List<String> inputs, Attribute... attributes) {
    return graph.node(operator, inputs, attributes);
  }

  /** The numbers of one of the layer's parameters. */
  float[] values(String name) {
    return weights.get(prefix + name).values();
  }

  /** One of the layer's parameters, as a constant of its own shape. */
  String weight(String name) {
    Weight weight = weights.get(prefix + name);
    return constant(name, weight.values(), weight.shape().longs());
  }

  /** A constant of floats that belongs to the layer. */
  String constant(String name, float[] values, long... shape) {
    return graph.initializer(prefix + name, values, shape);
  }

  /** A constant of whole numbers that belongs to the layer: a list of them. */
  String list(String name, long... values) {
    return graph.initializer(prefix + name, values, values.length);
  }
}
