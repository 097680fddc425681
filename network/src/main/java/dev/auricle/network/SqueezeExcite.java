package dev.auricle.network;

import dev.auricle.network.onnx.Attribute;
import java.util.List;

/**
 * Weighs channels by a small network that reads their means (Hu et al. 2018).
 *
 * @param hidden values between its two dense layers
 * @param inner function between them
 * @param gate function that ends in the channels' factors
 */
public record SqueezeExcite(int hidden, Nonlinearity inner, Nonlinearity gate) implements Layer {
  /** ReLU and sigmoid, as published. */
  public SqueezeExcite(int hidden) {
    this(hidden, Nonlinearity.RELU, Nonlinearity.SIGMOID);
  }

  @Override
  public String describe() {
    return "squeeze-excite " + hidden;
  }

  @Override
  public Shape output(Shape input) {
    if (input.rank() < 2) {
      throw new ShapeMismatch(this, input, "[channels, frames] or [channels, bands, frames]");
    }
    return input;
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    int channels = input.axis(0);
    return List.of(
        new Parameter("squeeze.weight", Shape.of(hidden, channels), Parameter.Role.WEIGHT),
        new Parameter("squeeze.bias", Shape.of(hidden), Parameter.Role.BIAS),
        new Parameter("excite.weight", Shape.of(channels, hidden), Parameter.Role.WEIGHT),
        new Parameter("excite.bias", Shape.of(channels), Parameter.Role.BIAS));
  }

  @Override
  public long multiplications(Shape input) {
    return 2L * hidden * input.axis(0) + input.size();
  }

  @Override
  public String write(OnnxScope scope, String value, Shape input) {
    long[] axes = input.rank() == 2 ? new long[] {2} : new long[] {2, 3};
    String means =
        scope.node(
            "ReduceMean",
            List.of(value),
            Attribute.integers("axes", axes),
            Attribute.integer("keepdims", 0));
    String squeezed = inner.write(scope.inside("inner"), dense(scope, "squeeze", means));
    String factors = gate.write(scope.inside("gate"), dense(scope, "excite", squeezed));
    String wide = scope.node("Unsqueeze", List.of(factors, scope.list("axes", axes)));
    return scope.node("Mul", List.of(value, wide));
  }

  private static String dense(OnnxScope scope, String name, String value) {
    return scope.node(
        "Gemm",
        List.of(value, scope.weight(name + ".weight"), scope.weight(name + ".bias")),
        Attribute.integer("transB", 1));
  }
}
