package dev.auricle.network;

import java.util.Arrays;
import java.util.List;

/**
 * A fixed factor and offset, measured on the training clips: brings what the front-end gives to a
 * mean of 0 and a deviation of 1.
 *
 * @param per what has a factor and an offset of its own
 */
public record Standardize(Per per) implements Layer {
  /** What has a factor and an offset of its own. */
  public enum Per {
    /** Each entry of the first axis: a band, a column. */
    FIRST_AXIS,
    /** The whole input: samples. */
    INPUT
  }

  @Override
  public String describe() {
    return per == Per.INPUT ? "standardize" : "standardize each band";
  }

  @Override
  public Shape output(Shape input) {
    return input;
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    Shape each = Shape.of(per == Per.INPUT ? 1 : input.axis(0));
    return List.of(
        new Parameter("scale", each, Parameter.Role.FIXED_SCALE),
        new Parameter("shift", each, Parameter.Role.FIXED_SHIFT));
  }

  /** Shape of factor and offset when they meet a batch. */
  public long[] broadcast(Shape input) {
    long[] shape = new long[input.rank()];
    Arrays.fill(shape, 1);
    shape[0] = per == Per.INPUT ? 1 : input.axis(0);
    return shape;
  }

  @Override
  public String write(OnnxScope scope, String value, Shape input) {
    long[] shape = broadcast(input);
    String scale = scope.constant("scale", scope.values("scale"), shape);
    String shift = scope.constant("shift", scope.values("shift"), shape);
    return scope.node("Add", List.of(scope.node("Mul", List.of(value, scale)), shift));
  }
}
