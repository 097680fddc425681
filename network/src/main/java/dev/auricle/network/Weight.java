package dev.auricle.network;

/**
 * One array of a network's numbers.
 *
 * @param values in row-major order; not copied, so treat them as read-only
 * @param shape its axes
 */
@SuppressWarnings("ArrayRecordComponent")
public record Weight(float[] values, Shape shape) {
  public Weight {
    if (values.length != shape.size()) {
      throw new IllegalArgumentException(
          "shape " + shape + " holds " + shape.size() + " values, found " + values.length);
    }
  }
}
