package dev.auricle.network;

import dev.auricle.network.onnx.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Gives the same input to several chains and lays their outputs side by side as channels.
 *
 * @param branches at least one; their outputs may differ in the first axis only
 */
public record Parallel(List<Chain> branches) implements Layer {
  public Parallel {
    branches = List.copyOf(branches);
    if (branches.isEmpty()) {
      throw new IllegalArgumentException("no branches");
    }
  }

  @Override
  public String describe() {
    return "parallel of " + branches.size();
  }

  @Override
  public Shape output(Shape input) {
    List<Integer> axes = new ArrayList<>();
    for (int i = 0; i < branches.size(); i++) {
      Chain branch = branches.get(i);
      List<Integer> next = inside(String.valueOf(i), () -> branch.output(input)).axes();
      if (axes.isEmpty()) {
        axes.addAll(next);
      } else if (axes.subList(1, axes.size()).equals(next.subList(1, next.size()))) {
        axes.set(0, axes.get(0) + next.get(0));
      } else {
        throw new ShapeMismatch(
            this, input, "branches that agree behind the channels; found " + axes + ", " + next);
      }
    }
    return new Shape(axes);
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < branches.size(); i++) {
      String name = String.valueOf(i);
      branches.get(i).parameters(input).forEach(each -> parameters.add(each.inside(name)));
    }
    return parameters;
  }

  @Override
  public long multiplications(Shape input) {
    return branches.stream().mapToLong(branch -> branch.multiplications(input)).sum();
  }

  @Override
  public String write(OnnxScope scope, String value, Shape input) {
    List<String> outputs = new ArrayList<>();
    for (int i = 0; i < branches.size(); i++) {
      outputs.add(branches.get(i).write(scope.inside(String.valueOf(i)), value, input));
    }
    return scope.node("Concat", outputs, Attribute.integer("axis", 1));
  }

  /** Runs a shape inference and says where it stands if it fails. */
  static Shape inside(String name, Supplier<Shape> inference) {
    try {
      return inference.get();
    } catch (ShapeMismatch e) {
      throw e.inside(name);
    }
  }
}
