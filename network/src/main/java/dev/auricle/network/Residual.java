package dev.auricle.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Adds what the body makes of the input to what the shortcut makes of it (He et al. 2016).
 *
 * @param body the layers
 * @param shortcut empty to add the input itself; both must give the same shape
 */
public record Residual(Chain body, Chain shortcut) implements Layer {
  /** Adds the input itself. */
  public Residual(Chain body) {
    this(body, Chain.NOTHING);
  }

  @Override
  public String describe() {
    return "residual of " + body.layers().size();
  }

  @Override
  public Shape output(Shape input) {
    Shape through = Parallel.inside("body", () -> body.output(input));
    Shape around = Parallel.inside("shortcut", () -> shortcut.output(input));
    if (!through.equals(around)) {
      throw new ShapeMismatch(
          this, input, "body and shortcut to agree, which give " + through + " and " + around);
    }
    return through;
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    List<Parameter> parameters = new ArrayList<>();
    body.parameters(input).forEach(parameter -> parameters.add(parameter.inside("body")));
    shortcut.parameters(input).forEach(parameter -> parameters.add(parameter.inside("shortcut")));
    return parameters;
  }

  @Override
  public long multiplications(Shape input) {
    return body.multiplications(input) + shortcut.multiplications(input);
  }

  @Override
  public String write(OnnxScope scope, String value, Shape input) {
    String through = body.write(scope.inside("body"), value, input);
    String around = shortcut.write(scope.inside("shortcut"), value, input);
    return scope.node("Add", List.of(through, around));
  }
}
