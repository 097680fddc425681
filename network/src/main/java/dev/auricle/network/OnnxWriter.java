package dev.auricle.network;

import dev.auricle.network.onnx.Attribute;
import dev.auricle.network.onnx.OnnxGraph;
import java.util.ArrayList;
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
    OnnxGraph graph = new OnnxGraph("network");
    String value = graph.input("features", network.input().after(OnnxGraph.BATCH));
    List<String> values = append(graph, network, weights, value);
    String scores = values.isEmpty() ? value : values.get(values.size() - 1);
    value = end(graph, scores, ending);
    graph.output("probabilities", value, network.output().after(OnnxGraph.BATCH));
    return graph.bytes();
  }

  /**
   * Writes a network that reads stretches of the last axis and gives the mean of their
   * probabilities; the same network and weights give the same bytes.
   *
   * @param crops of that axis; their length is the network's own
   * @throws dev.auricle.signal.AuricleException if the weights are not the network's
   */
  public static byte[] write(Network network, Weights weights, Ending ending, Crops crops) {
    if (crops.plain()) {
      return write(network, weights, ending);
    }
    OnnxGraph graph = new OnnxGraph("network");
    long[] read = network.input().after(OnnxGraph.BATCH);
    long axis = read.length - 1;
    long[] clip = read.clone();
    clip[(int) axis] = crops.full();
    String whole = graph.input("features", clip);
    List<String> pieces = new ArrayList<>();
    for (int start : crops.starts()) {
      int end = start + crops.length();
      String piece = slice(graph, whole, start, Math.min(end, crops.full()), axis);
      if (end > crops.full()) {
        String rest = slice(graph, whole, 0, end - crops.full(), axis);
        piece = graph.node("Concat", List.of(piece, rest), Attribute.integer("axis", axis));
      }
      pieces.add(piece);
    }
    String together = graph.node("Concat", pieces, Attribute.integer("axis", 0));
    List<String> values = append(graph, network, weights, together);
    String each = end(graph, values.get(values.size() - 1), ending);
    long labels = network.output().size();
    String apart = graph.constant(new long[] {crops.count(), -1, labels}, 3);
    String mean = graph.mean(graph.node("Reshape", List.of(each, apart)), 0);
    graph.output("probabilities", mean, network.output().after(OnnxGraph.BATCH));
    return graph.bytes();
  }

  private static String slice(OnnxGraph graph, String whole, long from, long to, long axis) {
    return graph.node(
        "Slice",
        List.of(
            whole,
            graph.constant(new long[] {from}, 1),
            graph.constant(new long[] {to}, 1),
            graph.constant(new long[] {axis}, 1)));
  }

  /**
   * Adds a network to a graph that is being built.
   *
   * @param value what the network reads, {@code [batch, …input]}
   * @return names of the layers' outputs; the last one holds the scores
   * @throws dev.auricle.signal.AuricleException if the weights are not the network's
   */
  public static List<String> append(
      OnnxGraph graph, Network network, Weights weights, String value) {
    weights.check(network);
    return network.chain().writeEach(new OnnxScope(graph, weights, ""), value, network.input());
  }

  /** Adds what turns scores, {@code [batch, labels]}, into probabilities. */
  public static String end(OnnxGraph graph, String scores, Ending ending) {
    return switch (ending) {
      case SOFTMAX -> graph.node("Softmax", List.of(scores), Attribute.integer("axis", 1));
      case SIGMOID -> graph.node("Sigmoid", List.of(scores));
      case NONE -> scores;
    };
  }
}
