package dev.auricle.network;

import dev.auricle.network.onnx.Attribute;
import dev.auricle.network.onnx.OnnxGraph;
import java.util.List;

/**
 * Writes a network with its weights as the ONNX model that {@code dev.auricle.runtime.OnnxModel}
 * runs: {@code features} in, {@code probabilities} out.
 */
public final class OnnxWriter {
  private OnnxWriter() {}

  /** How scores become probabilities. */
  public enum Ending {
    /** One label excludes the others: they sum to 1. */
    SOFTMAX,
    /** Labels are independent. */
    SIGMOID,
    /** Scores as they are. */
    NONE
  }

  /**
   * Writes a network; the same network and weights give the same bytes.
   *
   * @throws dev.auricle.signal.AuricleException if the weights are not the network's
   */
  public static byte[] write(Network network, Weights weights, Ending ending) {
    weights.check(network);
    OnnxGraph graph = new OnnxGraph("network");
    String value = graph.input("features", network.input().after(OnnxGraph.BATCH));
    value = network.chain().write(new OnnxScope(graph, weights, ""), value, network.input());
    value =
        switch (ending) {
          case SOFTMAX -> graph.node("Softmax", List.of(value), Attribute.integer("axis", 1));
          case SIGMOID -> graph.node("Sigmoid", List.of(value));
          case NONE -> value;
        };
    graph.output("probabilities", value, network.output().after(OnnxGraph.BATCH));
    return graph.bytes();
  }
}
