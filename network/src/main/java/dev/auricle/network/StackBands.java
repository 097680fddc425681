package dev.auricle.network;

import java.util.List;

/**
 * Lays the bands of each channel one after the other: {@code [channels, bands, frames]} to {@code
 * [channels · bands, frames]}, what a recurrent layer reads behind convolutions.
 */
public record StackBands() implements Layer {
  @Override
  public String describe() {
    return "stack bands";
  }

  @Override
  public Shape output(Shape input) {
    if (input.rank() != 3) {
      throw new ShapeMismatch(this, input, "[channels, bands, frames]");
    }
    return Shape.of(input.axis(0) * input.axis(1), input.axis(2));
  }

  @Override
  public String write(OnnxScope scope, String value, Shape input) {
    Shape output = output(input);
    String shape = scope.list("shape", 0, output.axis(0), output.axis(1));
    return scope.node("Reshape", List.of(value, shape));
  }
}
