package dev.auricle.network.published;

import dev.auricle.network.Shape;
import dev.auricle.network.Weight;
import dev.auricle.network.checkpoint.Checkpoint;
import dev.auricle.network.checkpoint.StoredTensor;
import dev.auricle.signal.AuricleException;
import java.util.stream.Collectors;

/**
 * Where a published file keeps the numbers of one of a network's parameters.
 *
 * @param place of the tensor in the file
 * @param order of the numbers there
 */
public record Source(Place place, Order order) {
  /** Order in which a file lists a parameter's numbers. */
  public enum Order {
    /** As here: output channels, input channels, bands, frames. */
    SAME,
    /** TensorFlow's kernels: output channels, bands, frames, input channels. */
    CHANNELS_LAST,
    /** TensorFlow's depthwise kernels: 1, bands, frames, channels. */
    DEPTHWISE,
    /** A dense layer's matrix as a kernel of one position: rows, 1, 1, columns. */
    POINTWISE
  }

  /** Under a name, in the order used here. */
  static Source of(String tensor) {
    return new Source(new Place.Named(tensor), Order.SAME);
  }

  /**
   * The numbers, for a parameter of that shape.
   *
   * @throws AuricleException if the file has none of that name, or they have another shape
   */
  Weight read(Checkpoint checkpoint, Shape shape) {
    StoredTensor stored = place.find(checkpoint);
    Shape expected = stored(shape);
    if (!stored.shape().equals(expected.axes())) {
      throw new AuricleException(
          checkpoint.file()
              + ": tensor '"
              + stored.name()
              + "' is "
              + stored.shape().stream().map(String::valueOf).collect(Collectors.joining(" x "))
              + ", expected "
              + expected
              + "; is it the checkpoint of another network, or of another width?");
    }
    return new Weight(inOrder(stored.floats(), shape), shape);
  }

  private Shape stored(Shape shape) {
    return switch (order) {
      case SAME -> shape;
      case CHANNELS_LAST -> Shape.of(shape.axis(0), shape.axis(2), shape.axis(3), shape.axis(1));
      case DEPTHWISE -> Shape.of(1, shape.axis(2), shape.axis(3), shape.axis(0));
      case POINTWISE -> Shape.of(shape.axis(0), 1, 1, shape.axis(1));
    };
  }

  private float[] inOrder(float[] stored, Shape shape) {
    if (order == Order.SAME || order == Order.POINTWISE) {
      return stored;
    }
    // A depthwise kernel's output channel comes last, as another's input channel does.
    int outer = order == Order.DEPTHWISE ? 1 : shape.axis(0);
    int plane = shape.axis(2) * shape.axis(3);
    int inner = stored.length / outer / plane;
    float[] values = new float[stored.length];
    for (int o = 0; o < outer; o++) {
      for (int p = 0; p < plane; p++) {
        for (int i = 0; i < inner; i++) {
          values[(o * inner + i) * plane + p] = stored[(o * plane + p) * inner + i];
        }
      }
    }
    return values;
  }
}
