package dev.auricle.network;

/**
 * Applies a function to each value.
 *
 * @param function which
 */
public record Activate(Nonlinearity function) implements Layer {
  @Override
  public String describe() {
    return function.toString();
  }

  @Override
  public Shape output(Shape input) {
    return input;
  }

  @Override
  public String write(OnnxScope scope, String value, Shape input) {
    return function.write(scope, value);
  }
}
