package dev.auricle.network.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import com.google.protobuf.ByteString;
import java.util.List;

/** A named constant of a node, such as {@code axis = 1}. Immutable. */
public final class Attribute {
  private final AttributeProto proto;

  private Attribute(AttributeProto.Builder proto) {
    this.proto = proto.build();
  }

  /** A whole number. */
  public static Attribute integer(String name, long value) {
    return new Attribute(typed(name, AttributeType.INT).setI(value));
  }

  /** A floating-point number. */
  public static Attribute number(String name, float value) {
    return new Attribute(typed(name, AttributeType.FLOAT).setF(value));
  }

  /** A word. */
  public static Attribute text(String name, String value) {
    return new Attribute(typed(name, AttributeType.STRING).setS(ByteString.copyFromUtf8(value)));
  }

  /** A list of whole numbers. */
  public static Attribute integers(String name, long... values) {
    AttributeProto.Builder proto = typed(name, AttributeType.INTS);
    for (long value : values) {
      proto.addInts(value);
    }
    return new Attribute(proto);
  }

  /** A list of floating-point numbers. */
  public static Attribute numbers(String name, float... values) {
    AttributeProto.Builder proto = typed(name, AttributeType.FLOATS);
    for (float value : values) {
      proto.addFloats(value);
    }
    return new Attribute(proto);
  }

  /** A list of words. */
  public static Attribute texts(String name, List<String> values) {
    AttributeProto.Builder proto = typed(name, AttributeType.STRINGS);
    for (String value : values) {
      proto.addStrings(ByteString.copyFromUtf8(value));
    }
    return new Attribute(proto);
  }

  AttributeProto proto() {
    return proto;
  }

  private static AttributeProto.Builder typed(String name, AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }
}
