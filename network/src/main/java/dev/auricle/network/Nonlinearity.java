package dev.auricle.network;

import dev.auricle.network.onnx.Attribute;
import java.util.List;
import java.util.Locale;

/** A function applied to each value. */
public enum Nonlinearity {
  /** {@code max(0, x)}. */
  RELU,
  /** {@code min(6, max(0, x))}. */
  RELU6,
  /** {@code x} above zero, {@code 0.01 x} below. */
  LEAKY_RELU,
  /** {@code x} above zero, {@code exp(x) - 1} below. */
  ELU,
  /** {@code x} times the normal distribution's cumulative probability of it. */
  GELU,
  /** {@code x} times its sigmoid, also called swish. */
  SILU,
  /** {@code x} times {@link #HARD_SIGMOID}. */
  HARD_SWISH,
  /** {@code x / 6 + 1 / 2}, held between 0 and 1. */
  HARD_SIGMOID,
  /** {@code 1 / (1 + exp(-x))}. */
  SIGMOID,
  /** The hyperbolic tangent. */
  TANH,
  /**
   * The logarithm that telephony compresses levels with (ITU-T G.711): {@code sign(x) ln(1 + 255
   * |x|) / ln 256}.
   */
  MU_LAW;

  /** What a magnitude is multiplied by before {@link #MU_LAW} takes its logarithm. */
  public static final double MU = 255;

  /** Adds the function's nodes, as libtorch computes it. */
  String write(OnnxScope scope, String value) {
    List<String> x = List.of(value);
    return switch (this) {
      case RELU -> scope.node("Relu", x);
      case RELU6 ->
          scope.node(
              "Clip",
              List.of(
                  value,
                  scope.constant("least", new float[] {0}),
                  scope.constant("most", new float[] {6})));
      case LEAKY_RELU -> scope.node("LeakyRelu", x, Attribute.number("alpha", 0.01f));
      case ELU -> scope.node("Elu", x);
      case GELU -> gelu(scope, value);
      case SILU -> scope.node("Mul", List.of(value, scope.node("Sigmoid", x)));
      case HARD_SWISH -> scope.node("HardSwish", x);
      case HARD_SIGMOID ->
          scope.node(
              "HardSigmoid", x, Attribute.number("alpha", 1 / 6f), Attribute.number("beta", 0.5f));
      case SIGMOID -> scope.node("Sigmoid", x);
      case TANH -> scope.node("Tanh", x);
      case MU_LAW -> muLaw(scope, value);
    };
  }

  private static String muLaw(OnnxScope scope, String value) {
    String mu = scope.constant("mu", new float[] {(float) MU});
    String one = scope.constant("one", new float[] {1});
    String scale = scope.constant("scale", new float[] {(float) (1 / Math.log1p(MU))});
    String magnitude = scope.node("Abs", List.of(value));
    String grown = scope.node("Add", List.of(scope.node("Mul", List.of(magnitude, mu)), one));
    String level = scope.node("Mul", List.of(scope.node("Log", List.of(grown)), scale));
    return scope.node("Mul", List.of(scope.node("Sign", List.of(value)), level));
  }

  private static String gelu(OnnxScope scope, String value) {
    String root = scope.constant("root", new float[] {(float) Math.sqrt(0.5)});
    String one = scope.constant("one", new float[] {1});
    String half = scope.constant("half", new float[] {0.5f});
    String erf = scope.node("Erf", List.of(scope.node("Mul", List.of(value, root))));
    String sum = scope.node("Add", List.of(erf, one));
    return scope.node("Mul", List.of(scope.node("Mul", List.of(value, sum)), half));
  }

  /** As recipes write it: {@code leaky-relu}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
