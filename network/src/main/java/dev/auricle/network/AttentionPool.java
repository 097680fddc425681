package dev.auricle.network;

import dev.auricle.network.onnx.Attribute;
import java.util.List;

/**
 * Averages frames with weights that the network learns: {@code [channels, frames]} to {@code
 * [channels]}. A frame's weight is the soft-max over frames of its inner product with one vector.
 */
public record AttentionPool() implements Layer {
  @Override
  public String describe() {
    return "attention pooling";
  }

  @Override
  public Shape output(Shape input) {
    if (input.rank() != 2) {
      throw new ShapeMismatch(this, input, "[channels, frames]");
    }
    return Shape.of(input.axis(0));
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    Shape shape = Shape.of(1, input.axis(0), 1);
    return List.of(new Parameter("weight", shape, Parameter.Role.WEIGHT));
  }

  @Override
  public long multiplications(Shape input) {
    return 2L * input.size();
  }

  @Override
  public String write(OnnxScope scope, String value, Shape input) {
    String scores = scope.node("Conv", List.of(value, scope.weight("weight")));
    String shares = scope.node("Softmax", List.of(scores), Attribute.integer("axis", 2));
    String weighted = scope.node("Mul", List.of(value, shares));
    return scope.node(
        "ReduceSum", List.of(weighted, scope.list("axes", 2)), Attribute.integer("keepdims", 0));
  }
}
