package dev.auricle.network;

/**
 * How a convolution or a pooling moves along one axis.
 *
 * @param size values it sees at once
 * @param stride steps between two positions
 * @param dilation steps between two values it sees
 * @param before padding at the start
 * @param after padding at the end
 */
public record Window(int size, int stride, int dilation, int before, int after) {
  public Window {
    if (size < 1 || stride < 1 || dilation < 1 || before < 0 || after < 0) {
      throw new IllegalArgumentException("no such window: " + size + "/" + stride + "/" + dilation);
    }
  }

  /** Sees {@code size} values, moves by {@code stride}, pads half a window on both sides. */
  public static Window centred(int size, int stride) {
    return new Window(size, stride, 1, (size - 1) / 2, (size - 1) / 2);
  }

  /** Sees {@code size} values, moves by {@code stride}, pads nothing. */
  public static Window valid(int size, int stride) {
    return new Window(size, stride, 1, 0, 0);
  }

  /**
   * TensorFlow's {@code SAME}: the output has {@code ceil(input / stride)} positions, and an odd
   * padding puts its larger half at the end.
   */
  public static Window same(int size, int stride, int input) {
    int positions = (input + stride - 1) / stride;
    int padding = Math.max(0, (positions - 1) * stride + size - input);
    return new Window(size, stride, 1, padding / 2, padding - padding / 2);
  }

  /** The whole axis at once. */
  public static Window whole(int input) {
    return valid(input, input);
  }

  /** Distance from the first value it sees to one past the last. */
  public int reach() {
    return (size - 1) * dilation + 1;
  }

  /** Positions on an axis of {@code input} values; below 1 where the axis is too short. */
  public int positions(int input) {
    return Math.floorDiv(input + before + after - reach(), stride) + 1;
  }
}
