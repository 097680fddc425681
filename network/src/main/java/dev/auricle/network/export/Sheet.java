package dev.auricle.network.export;

import dev.auricle.network.onnx.Attribute;
import dev.auricle.network.onnx.OnnxGraph;
import java.util.List;

/**
 * A graph with the arithmetic that front-ends need. Values are known by their names, as in {@link
 * OnnxGraph}; "places" are values of one whole number, {@code [1]}.
 */
final class Sheet {
  private static final int FLOAT = 1;
  private static final int INT64 = 7;
  private static final int DOUBLE = 11;

  private final OnnxGraph graph;

  Sheet(OnnxGraph graph) {
    this.graph = graph;
  }

  OnnxGraph graph() {
    return graph;
  }

  String node(String operator, List<String> inputs, Attribute... attributes) {
    return graph.node(operator, inputs, attributes);
  }

  String of(String operator, String... inputs) {
    return graph.node(operator, List.of(inputs));
  }

  /** A number, {@code [1]}. */
  String number(double value) {
    return graph.constant(new float[] {(float) value}, 1);
  }

  /** A whole number, {@code [1]}. */
  String place(long value) {
    return graph.constant(new long[] {value}, 1);
  }

  /** Size of an axis, {@code [1]}. */
  String size(String value, int axis) {
    return of("Gather", of("Shape", value), place(axis));
  }

  /** The stretch of an axis from a place up to another. */
  String slice(String value, String from, String to, int axis) {
    return of("Slice", value, from, to, place(axis));
  }

  /** Samples {@code [batch, n]} with so many more before and behind, zeros where not told else. */
  String pad(String samples, String before, String behind, String mode) {
    String zero = place(0);
    String pads = node("Concat", List.of(zero, before, zero, behind), Attribute.integer("axis", 0));
    return node("Pad", List.of(samples, pads), Attribute.text("mode", mode));
  }

  /** Samples {@code [batch, n]} with zeros at their end, up to a length. */
  String atLeast(String samples, long length) {
    String missing = of("Sub", place(length), size(samples, 1));
    return pad(samples, place(0), of("Max", missing, place(0)), "constant");
  }

  String transpose(String value, long... order) {
    return node("Transpose", List.of(value), Attribute.integers("perm", order));
  }

  /** One of {@code ReduceMean}, {@code ReduceMax}; the axes stay, of size 1. */
  String reduce(String operator, String value, long... axes) {
    return node(
        operator,
        List.of(value),
        Attribute.integers("axes", axes),
        Attribute.integer("keepdims", 1));
  }

  String toFloat(String value) {
    return cast(value, FLOAT);
  }

  String toDouble(String value) {
    return cast(value, DOUBLE);
  }

  String toWhole(String value) {
    return cast(value, INT64);
  }

  private String cast(String value, int type) {
    return node("Cast", List.of(value), Attribute.integer("to", type));
  }
}
