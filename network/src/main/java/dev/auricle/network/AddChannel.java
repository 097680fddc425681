package dev.auricle.network;

import java.util.List;

/** Puts an axis of size 1 in front: {@code [bands, frames]} to {@code [1, bands, frames]}. */
public record AddChannel() implements Layer {
  @Override
  public String describe() {
    return "add channel";
  }

  @Override
  public Shape output(Shape input) {
    if (input.rank() > 2) {
      throw new ShapeMismatch(this, input, "at most two axes");
    }
    return input.rank() == 1
        ? Shape.of(1, input.axis(0))
        : Shape.of(1, input.axis(0), input.axis(1));
  }

  @Override
  public String write(OnnxScope scope, String value, Shape input) {
    return scope.node("Unsqueeze", List.of(value, scope.list("axes", 1)));
  }
}
