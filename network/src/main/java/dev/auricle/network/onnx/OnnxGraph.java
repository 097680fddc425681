package dev.auricle.network.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Builds an ONNX model node by node. Each method that makes a value returns its name, to be given
 * to the nodes that read it; names are drawn from a counter, so the same calls give the same bytes.
 *
 * <pre>{@code
 * OnnxGraph graph = new OnnxGraph("logistic");
 * String x = graph.input("features", OnnxGraph.BATCH, 12);
 * String w = graph.initializer("weights", weights, 12, 3);
 * String y = graph.node("Softmax", List.of(graph.node("MatMul", List.of(x, w))));
 * graph.output("probabilities", y, OnnxGraph.BATCH, 3);
 * byte[] model = graph.bytes();
 * }</pre>
 *
 * <p>The model imports operator set 17 and {@code ai.onnx.ml} 3. Not thread-safe.
 */
public final class OnnxGraph {
  /** In a shape: the number of clips, known when the graph runs. */
  public static final long BATCH = -1;

  /** In a shape: the number of frames, known when the graph runs. */
  public static final long FRAMES = -2;

  /** In a shape: the number of patches that frames are cut into, known when the graph runs. */
  public static final long PATCHES = -3;

  /** In a shape: the number of samples, known when the graph runs. */
  public static final long SAMPLES = -4;

  /** The domain of tree ensembles and other classical models. */
  public static final String ML = "ai.onnx.ml";

  private static final int OPSET = 17;
  private static final int ML_OPSET = 3;
  private static final int IR_VERSION = 8;

  private final GraphProto.Builder graph;
  private final Set<String> values = new LinkedHashSet<>();
  private final List<StringStringEntryProto> metadata = new ArrayList<>();
  private int nodes;

  public OnnxGraph(String name) {
    graph = GraphProto.newBuilder().setName(name);
  }

  /**
   * Takes up a model written before, to put more behind one of its outputs. The output is none any
   * more; its value goes by the name {@code output + "_before"}.
   *
   * @param model as {@link #bytes} gave it
   * @throws IllegalArgumentException if the bytes hold no model, or it has no such output
   */
  public static OnnxGraph reopen(byte[] model, String output) {
    GraphProto.Builder graph;
    try {
      graph = ModelProto.parseFrom(model).getGraph().toBuilder();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("these bytes hold no ONNX model", e);
    }
    int at = graph.getOutputList().stream().map(ValueInfoProto::getName).toList().indexOf(output);
    if (at < 0) {
      throw new IllegalArgumentException("the model has no output '" + output + "'");
    }
    graph.removeOutput(at);
    return new OnnxGraph(graph, output);
  }

  private OnnxGraph(GraphProto.Builder reopened, String output) {
    graph = reopened;
    graph.getInputList().forEach(input -> define(input.getName()));
    graph.getInitializerList().forEach(constant -> define(constant.getName()));
    for (NodeProto.Builder node : graph.getNodeBuilderList()) {
      node.setName(before(node.getName(), output));
      for (int i = 0; i < node.getInputCount(); i++) {
        node.setInput(i, before(node.getInput(i), output));
      }
      for (int i = 0; i < node.getOutputCount(); i++) {
        node.setOutput(i, define(before(node.getOutput(i), output)));
      }
    }
    // The counter has moved once a node or constant at most.
    nodes = graph.getNodeCount() + graph.getInitializerCount();
  }

  private static String before(String name, String output) {
    return name.equals(output) ? output + "_before" : name;
  }

  /**
   * Puts a whole model behind a value of this graph: what it called its input is {@code value}, and
   * its outputs become this graph's. Its other names get a prefix.
   *
   * @param model of one input, as {@link #bytes} gave it
   * @param prefix that no name here begins with
   * @throws IllegalArgumentException if the bytes hold no model of one input
   */
  public void append(byte[] model, String value, String prefix) {
    GraphProto other = read(model);
    Map<String, String> names = new HashMap<>();
    other.getOutputList().forEach(output -> names.put(output.getName(), output.getName()));
    insert(other, value, prefix, names);
    graph.addAllOutput(other.getOutputList());
  }

  /**
   * Adds another model behind a value. Its names get a prefix, and its outputs become no outputs of
   * this graph.
   *
   * @param model of one input and one output, as {@link #bytes} gave it
   * @param prefix that no name here begins with
   * @return what its output is called here
   * @throws IllegalArgumentException if the bytes hold no such model
   */
  public String insert(byte[] model, String value, String prefix) {
    GraphProto other = read(model);
    if (other.getOutputCount() != 1) {
      throw new IllegalArgumentException("the model has " + other.getOutputCount() + " outputs");
    }
    insert(other, value, prefix, new HashMap<>());
    return prefix + other.getOutput(0).getName();
  }

  /**
   * Declares the input that another model has.
   *
   * @param model of one input, as {@link #bytes} gave it
   * @throws IllegalArgumentException if the bytes hold no model of one input
   */
  public String inputOf(byte[] model) {
    ValueInfoProto input = read(model).getInput(0);
    graph.addInput(input);
    return define(input.getName());
  }

  private static GraphProto read(byte[] model) {
    try {
      GraphProto graph = ModelProto.parseFrom(model).getGraph();
      if (graph.getInputCount() != 1) {
        throw new IllegalArgumentException("the model reads " + graph.getInputCount() + " inputs");
      }
      return graph;
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("these bytes hold no ONNX model", e);
    }
  }

  /**
   * Adds another graph's constants and nodes.
   *
   * @param names what some of its values are called here; all others get the prefix
   */
  private void insert(GraphProto other, String value, String prefix, Map<String, String> names) {
    names.put("", "");
    names.put(other.getInput(0).getName(), value);
    UnaryOperator<String> rename = name -> names.getOrDefault(name, prefix + name);
    for (TensorProto constant : other.getInitializerList()) {
      graph.addInitializer(constant.toBuilder().setName(define(rename.apply(constant.getName()))));
    }
    for (NodeProto node : other.getNodeList()) {
      NodeProto.Builder own = node.toBuilder().setName(prefix + node.getName());
      for (int i = 0; i < own.getInputCount(); i++) {
        own.setInput(i, rename.apply(own.getInput(i)));
      }
      for (int i = 0; i < own.getOutputCount(); i++) {
        String made = rename.apply(own.getOutput(i));
        own.setOutput(i, made.isEmpty() ? made : define(made));
      }
      graph.addNode(own);
    }
  }

  /** Declares an input of floats. */
  public String input(String name, long... shape) {
    graph.addInput(floats(define(name), shape));
    return name;
  }

  /** Adds a constant of floats in row-major order; an empty shape makes a scalar. */
  public String initializer(String name, float[] data, long... shape) {
    ByteBuffer bytes = ByteBuffer.allocate(data.length * Float.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(data);
    return constant(name, TensorProto.DataType.FLOAT, data.length, bytes, shape);
  }

  /** Adds a constant of whole numbers in row-major order; an empty shape makes a scalar. */
  public String initializer(String name, long[] data, long... shape) {
    ByteBuffer bytes = ByteBuffer.allocate(data.length * Long.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(data);
    return constant(name, TensorProto.DataType.INT64, data.length, bytes, shape);
  }

  /** Adds a constant of floats under a name drawn from the counter. */
  public String constant(float[] data, long... shape) {
    return initializer("constant_" + nodes++, data, shape);
  }

  /** Adds a constant of whole numbers under a name drawn from the counter. */
  public String constant(long[] data, long... shape) {
    return initializer("constant_" + nodes++, data, shape);
  }

  /**
   * Adds a node of the standard operators with one output.
   *
   * @param inputs names of values made before; an empty name leaves an optional input out
   * @return the name of its output
   */
  public String node(String operator, List<String> inputs, Attribute... attributes) {
    return node("", operator, inputs, 1, attributes).get(0);
  }

  /**
   * Adds a node.
   *
   * @param domain empty for the standard operators, or {@link #ML}
   * @return the names of its outputs
   */
  public List<String> node(
      String domain, String operator, List<String> inputs, int outputs, Attribute... attributes) {
    String name = operator.toLowerCase(Locale.ROOT) + "_" + nodes++;
    NodeProto.Builder node = NodeProto.newBuilder().setOpType(operator).setName(name);
    if (!domain.isEmpty()) {
      node.setDomain(domain);
    }
    for (String input : inputs) {
      if (!input.isEmpty() && !values.contains(input)) {
        throw new IllegalArgumentException(name + " reads '" + input + "', which nothing makes");
      }
      node.addInput(input);
    }
    List<String> made = new ArrayList<>();
    for (int i = 0; i < outputs; i++) {
      made.add(define(outputs == 1 ? name : name + "_" + i));
    }
    node.addAllOutput(made);
    for (Attribute attribute : attributes) {
      node.addAttribute(attribute.proto());
    }
    graph.addNode(node);
    return made;
  }

  /** The mean over some axes, which go away. */
  public String mean(String value, long... axes) {
    return node(
        "ReduceMean",
        List.of(value),
        Attribute.integers("axes", axes),
        Attribute.integer("keepdims", 0));
  }

  /** Declares an output of floats: {@code value}, under the name that callers ask for. */
  public void output(String name, String value, long... shape) {
    NodeProto.Builder same = NodeProto.newBuilder().setOpType("Identity").setName(name);
    graph.addNode(same.addInput(value).addOutput(define(name)));
    graph.addOutput(floats(name, shape));
  }

  /** Adds a word about the model, which readers of ONNX give by its key. */
  public void metadata(String key, String value) {
    metadata.add(StringStringEntryProto.newBuilder().setKey(key).setValue(value).build());
  }

  /** The model in ONNX's file format. */
  public byte[] bytes() {
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .addAllMetadataProps(metadata)
        .setProducerName("auricle")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(ML).setVersion(ML_OPSET))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  private String define(String name) {
    if (!values.add(name)) {
      throw new IllegalArgumentException("two values are called '" + name + "'");
    }
    return name;
  }

  private String constant(
      String name, TensorProto.DataType type, int size, ByteBuffer bytes, long... shape) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setName(define(name));
    long expected = 1;
    for (long axis : shape) {
      expected *= axis;
      tensor.addDims(axis);
    }
    if (expected != size) {
      throw new IllegalArgumentException(
          "'" + name + "' holds " + size + " values, its shape " + expected);
    }
    graph.addInitializer(
        tensor.setDataType(type.getNumber()).setRawData(ByteString.copyFrom(bytes)));
    return name;
  }

  private static ValueInfoProto floats(String name, long... shape) {
    TensorShapeProto.Builder axes = TensorShapeProto.newBuilder();
    for (long axis : shape) {
      TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
      axes.addDim(axis < 0 ? dimension.setDimParam(free(axis)) : dimension.setDimValue(axis));
    }
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder()
            .setElemType(TensorProto.DataType.FLOAT.getNumber())
            .setShape(axes);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  private static String free(long axis) {
    return switch ((int) axis) {
      case (int) BATCH -> "batch";
      case (int) FRAMES -> "frames";
      case (int) PATCHES -> "patches";
      case (int) SAMPLES -> "samples";
      default -> throw new IllegalArgumentException("no axis is called " + axis);
    };
  }
}
