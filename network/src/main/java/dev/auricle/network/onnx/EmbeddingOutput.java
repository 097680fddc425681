package dev.auricle.network.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashSet;
import java.util.Set;

/**
 * Makes a classifier's graph also give what it thinks of a clip before it decides: the numbers that
 * its last layer weighs.
 */
public final class EmbeddingOutput {
  /** Name of the output. */
  public static final String NAME = "embedding";

  private EmbeddingOutput() {}

  /**
   * The model with an output {@link #NAME}: its own where it has one; else what goes into the last
   * multiplication by weights; else, in a model that has none (of trees, of neighbours), the
   * probabilities.
   *
   * @param probabilities name of the output that takes its place then
   * @throws IllegalArgumentException if the bytes hold no model
   */
  public static byte[] of(byte[] model, String probabilities) {
    ModelProto.Builder proto;
    try {
      proto = ModelProto.parseFrom(model).toBuilder();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("these bytes hold no ONNX model", e);
    }
    GraphProto.Builder graph = proto.getGraphBuilder();
    if (graph.getOutputList().stream().anyMatch(output -> output.getName().equals(NAME))) {
      return model;
    }
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Identity")
            .setName(NAME)
            .addInput(weighed(graph, probabilities))
            .addOutput(NAME));
    TypeProto.Tensor floats =
        TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT.getNumber()).build();
    graph.addOutput(
        ValueInfoProto.newBuilder()
            .setName(NAME)
            .setType(TypeProto.newBuilder().setTensorType(floats)));
    return proto.build().toByteArray();
  }

  private static String weighed(GraphProto.Builder graph, String otherwise) {
    Set<String> constants = new HashSet<>();
    graph.getInitializerList().forEach(constant -> constants.add(constant.getName()));
    String found = otherwise;
    // Nodes stand in the order in which they run.
    for (NodeProto node : graph.getNodeList()) {
      boolean weighs = node.getOpType().equals("MatMul") || node.getOpType().equals("Gemm");
      if (weighs && constants.contains(node.getInput(1)) && !constants.contains(node.getInput(0))) {
        found = node.getInput(0);
      }
    }
    return found;
  }
}
