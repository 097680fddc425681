package dev.auricle.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Layers one after the other. Their weights are called by position: {@code 0.weight}.
 *
 * @param layers may be empty: the input as it is
 */
public record Chain(List<Layer> layers) {
  /** The input as it is. */
  public static final Chain NOTHING = new Chain(List.of());

  public Chain {
    layers = List.copyOf(layers);
  }

  public static Chain of(Layer... layers) {
    return new Chain(Arrays.asList(layers));
  }

  /** Shape behind each layer. */
  public List<Shape> shapes(Shape input) {
    List<Shape> shapes = new ArrayList<>();
    Shape shape = input;
    for (int i = 0; i < layers.size(); i++) {
      try {
        shape = layers.get(i).output(shape);
      } catch (ShapeMismatch e) {
        throw e.inside(String.valueOf(i));
      }
      shapes.add(shape);
    }
    return shapes;
  }

  public Shape output(Shape input) {
    List<Shape> shapes = shapes(input);
    return shapes.isEmpty() ? input : shapes.get(shapes.size() - 1);
  }

  /** Every layer's parameters, in order. */
  public List<Parameter> parameters(Shape input) {
    List<Parameter> parameters = new ArrayList<>();
    List<Shape> shapes = shapes(input);
    for (int i = 0; i < layers.size(); i++) {
      for (Parameter parameter : layers.get(i).parameters(i == 0 ? input : shapes.get(i - 1))) {
        parameters.add(parameter.inside(String.valueOf(i)));
      }
    }
    return parameters;
  }

  long multiplications(Shape input) {
    List<Shape> shapes = shapes(input);
    long sum = 0;
    for (int i = 0; i < layers.size(); i++) {
      sum += layers.get(i).multiplications(i == 0 ? input : shapes.get(i - 1));
    }
    return sum;
  }

  String write(OnnxScope scope, String value, Shape input) {
    List<String> values = writeEach(scope, value, input);
    return values.isEmpty() ? value : values.get(values.size() - 1);
  }

  /** Adds the layers' nodes to a graph and gives the name of each layer's output. */
  List<String> writeEach(OnnxScope scope, String value, Shape input) {
    List<String> values = new ArrayList<>();
    List<Shape> shapes = shapes(input);
    for (int i = 0; i < layers.size(); i++) {
      Shape shape = i == 0 ? input : shapes.get(i - 1);
      value = layers.get(i).write(scope.inside(String.valueOf(i)), value, shape);
      values.add(value);
    }
    return values;
  }
}
