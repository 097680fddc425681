package dev.auricle.network;

import dev.auricle.network.onnx.Attribute;
import java.util.List;

/**
 * Batch normalisation over the first axis (Ioffe and Szegedy 2015). In training a batch's own mean
 * and variance are used, afterwards the running ones.
 *
 * @param epsilon added to the variance
 * @param momentum share of the new batch in the running mean and variance, in (0, 1]
 */
public record BatchNorm(double epsilon, double momentum) implements Layer {
  /** The values that libtorch takes by default. */
  public BatchNorm() {
    this(1e-5, 0.1);
  }

  @Override
  public String describe() {
    return "batch norm";
  }

  @Override
  public Shape output(Shape input) {
    return input;
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    Shape each = Shape.of(input.axis(0));
    return List.of(
        new Parameter("scale", each, Parameter.Role.SCALE),
        new Parameter("shift", each, Parameter.Role.SHIFT),
        new Parameter("mean", each, Parameter.Role.MEAN),
        new Parameter("variance", each, Parameter.Role.VARIANCE));
  }

  @Override
  public String write(OnnxScope scope, String value, Shape input) {
    return scope.node(
        "BatchNormalization",
        List.of(
            value,
            scope.weight("scale"),
            scope.weight("shift"),
            scope.weight("mean"),
            scope.weight("variance")),
        Attribute.number("epsilon", (float) epsilon));
  }
}
