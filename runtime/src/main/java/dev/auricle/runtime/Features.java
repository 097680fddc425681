package dev.auricle.runtime;

/**
 * What a {@link FrontEnd} makes of a clip: a dense array in row-major order.
 *
 * @param values the numbers; not copied, so treat them as read-only
 * @param shape size of each axis, such as {@code [bands, frames]} or {@code [columns]}
 */
public record Features(float[] values, int... shape) {
  public Features {
    int size = 1;
    for (int axis : shape) {
      size = Math.multiplyExact(size, axis);
    }
    if (size != values.length) {
      throw new IllegalArgumentException("shape holds " + size + " values, found " + values.length);
    }
  }
}
