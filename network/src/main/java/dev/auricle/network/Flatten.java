package dev.auricle.network;

import java.util.List;

/** All values as one vector. */
public record Flatten() implements Layer {
  @Override
  public String describe() {
    return "flatten";
  }

  @Override
  public Shape output(Shape input) {
    return Shape.of(input.size());
  }

  @Override
  public String write(OnnxScope scope, String value, Shape input) {
    return scope.node("Reshape", List.of(value, scope.list("shape", 0, input.size())));
  }
}
