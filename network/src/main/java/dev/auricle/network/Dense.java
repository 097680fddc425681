package dev.auricle.network;

import dev.auricle.network.onnx.Attribute;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear map of one vector to another.
 *
 * @param columns of the output
 * @param bias whether each output adds a number of its own
 */
public record Dense(int columns, boolean bias) implements Layer {
  /** With bias. */
  public Dense(int columns) {
    this(columns, true);
  }

  @Override
  public String describe() {
    return "dense " + columns;
  }

  @Override
  public Shape output(Shape input) {
    if (input.rank() != 1) {
      throw new ShapeMismatch(this, input, "[columns] (flatten or pool first)");
    }
    return Shape.of(columns);
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    List<Parameter> parameters = new ArrayList<>();
    Shape shape = Shape.of(columns, input.axis(0));
    parameters.add(new Parameter("weight", shape, Parameter.Role.WEIGHT));
    if (bias) {
      parameters.add(new Parameter("bias", Shape.of(columns), Parameter.Role.BIAS));
    }
    return parameters;
  }

  @Override
  public long multiplications(Shape input) {
    return (long) columns * input.axis(0);
  }

  @Override
  public String write(OnnxScope scope, String value, Shape input) {
    List<String> inputs = new ArrayList<>(List.of(value, scope.weight("weight")));
    if (bias) {
      inputs.add(scope.weight("bias"));
    }
    return scope.node("Gemm", inputs, Attribute.integer("transB", 1));
  }
}
