package dev.auricle.network;

import dev.auricle.signal.AuricleException;
import java.util.List;

/**
 * A network as data: what goes in, and the layers one after the other, up to the scores before
 * soft-max or sigmoid.
 *
 * @param input shape of one clip's features
 * @param chain the layers
 */
public record Network(Shape input, Chain chain) {
  /** Checks that each layer can take what the one before it gives. */
  public Network {
    try {
      chain.shapes(input);
    } catch (ShapeMismatch e) {
      throw new AuricleException("layer " + e.place() + ", " + e.message(), e);
    }
  }

  /** Shape behind each layer. */
  public List<Shape> shapes() {
    return chain.shapes(input);
  }

  public Shape output() {
    return chain.output(input);
  }

  /** Every array of numbers the network owns, in the order of its layers. */
  public List<Parameter> parameters() {
    return chain.parameters(input);
  }

  /** Numbers that training changes. */
  public long trainedNumbers() {
    return parameters().stream()
        .filter(parameter -> parameter.role().trained())
        .mapToLong(parameter -> parameter.shape().size())
        .sum();
  }

  /** Multiplications for one clip, the small ones (activations, scaling) left out. */
  public long multiplications() {
    return chain.multiplications(input);
  }
}
