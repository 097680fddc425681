package dev.auricle.runtime;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Small ONNX graphs for tests, written as protobuf bytes by hand so that nothing else is needed.
 */
final class TinyGraph {
  private TinyGraph() {}

  /**
   * Features of any size and {@code rank} axes: mean over each clip's values, times {@code
   * weights}, plus {@code biases}, soft-max.
   */
  static byte[] meanSoftmax(float[] weights, float[] biases, Object... shape) {
    long labels = weights.length;
    Message graph = new Message().text(2, "mean");
    graph.message(1, node("Flatten", "", "features", "flat").message(5, integer("axis", 1)));
    graph.message(
        1,
        node("ReduceMean", "", "flat", "mean")
            .message(5, integers("axes", 1))
            .message(5, integer("keepdims", 1)));
    graph.message(1, node("Gemm", "", "mean,w,b", "logits"));
    graph.message(1, node("Softmax", "", "logits", "probabilities").message(5, integer("axis", 1)));
    graph.message(5, tensor("w", weights, 1, labels)).message(5, tensor("b", biases, labels));
    graph.message(11, value("features", 1, shape));
    graph.message(12, value("probabilities", 1, "N", labels));
    return model(graph);
  }

  /** Two labels by the first column: at most {@code threshold} is the first; two outputs. */
  static byte[] stump(int columns, float threshold) {
    Message node = node("TreeEnsembleClassifier", "ai.onnx.ml", "features", "label,probabilities");
    node.message(5, integers("nodes_treeids", 0, 0, 0));
    node.message(5, integers("nodes_nodeids", 0, 1, 2));
    node.message(5, integers("nodes_featureids", 0, 0, 0));
    node.message(5, floats("nodes_values", threshold, 0, 0));
    node.message(5, strings("nodes_modes", "BRANCH_LEQ", "LEAF", "LEAF"));
    node.message(5, integers("nodes_truenodeids", 1, 0, 0));
    node.message(5, integers("nodes_falsenodeids", 2, 0, 0));
    node.message(5, integers("class_treeids", 0, 0, 0, 0));
    node.message(5, integers("class_nodeids", 1, 1, 2, 2));
    node.message(5, integers("class_ids", 0, 1, 0, 1));
    node.message(5, floats("class_weights", 0.9f, 0.1f, 0.2f, 0.8f));
    node.message(5, integers("classlabels_int64s", 0, 1));
    node.message(5, new Message().text(1, "post_transform").text(4, "NONE").number(20, 3));
    Message graph = new Message().text(2, "stump").message(1, node);
    graph.message(11, value("features", 1, "N", (long) columns));
    graph.message(12, value("label", 7, "N")).message(12, value("probabilities", 1, "N", 2L));
    return model(graph);
  }

  private static byte[] model(Message graph) {
    Message model = new Message().number(1, 8).text(2, "test").message(7, graph);
    model.message(8, new Message().text(1, "").number(2, 17));
    return model.message(8, new Message().text(1, "ai.onnx.ml").number(2, 3)).bytes();
  }

  private static Message node(String type, String domain, String inputs, String outputs) {
    Message node = new Message();
    for (String input : inputs.split(",")) {
      node.text(1, input);
    }
    for (String output : outputs.split(",")) {
      node.text(2, output);
    }
    return node.text(4, type).text(7, domain);
  }

  private static Message integer(String name, long value) {
    return new Message().text(1, name).number(3, value).number(20, 2);
  }

  private static Message integers(String name, long... values) {
    Message attribute = new Message().text(1, name);
    for (long value : values) {
      attribute.number(8, value);
    }
    return attribute.number(20, 7);
  }

  private static Message floats(String name, float... values) {
    return new Message().text(1, name).raw(7, little(values)).number(20, 6);
  }

  private static Message strings(String name, String... values) {
    Message attribute = new Message().text(1, name);
    for (String value : values) {
      attribute.text(9, value);
    }
    return attribute.number(20, 8);
  }

  private static Message tensor(String name, float[] values, long... dimensions) {
    Message tensor = new Message();
    for (long dimension : dimensions) {
      tensor.number(1, dimension);
    }
    return tensor.number(2, 1).text(8, name).raw(9, little(values));
  }

  /** A named tensor; a dimension is a number, or a name where it is free. */
  private static Message value(String name, int elementType, Object... dimensions) {
    Message shape = new Message();
    for (Object dimension : dimensions) {
      Message one = new Message();
      shape.message(
          1,
          dimension instanceof String free ? one.text(2, free) : one.number(1, (Long) dimension));
    }
    Message tensor = new Message().number(1, elementType).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  private static byte[] little(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  /** Protobuf's wire format: varints, and length-delimited fields. */
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Message text(int field, String text) {
      return raw(field, text.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message message) {
      return raw(field, message.bytes());
    }

    Message raw(int field, byte[] bytes) {
      varint((long) field << 3 | 2);
      varint(bytes.length);
      out.writeBytes(bytes);
      return this;
    }

    byte[] bytes() {
      return out.toByteArray();
    }

    private void varint(long value) {
      long rest = value;
      while ((rest & ~0x7FL) != 0) {
        out.write((int) ((rest & 0x7F) | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }
  }
}
