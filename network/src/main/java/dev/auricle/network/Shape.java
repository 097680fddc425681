package dev.auricle.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sizes of an array's axes, the batch left out. Networks use three: {@code [columns]}, {@code
 * [channels, frames]} (or {@code [bands, frames]}) and {@code [channels, bands, frames]}.
 *
 * @param axes sizes, the slowest axis first
 */
public record Shape(List<Integer> axes) {
  public Shape {
    axes = List.copyOf(axes);
    for (int axis : axes) {
      if (axis < 1) {
        throw new IllegalArgumentException("no axis may be empty: " + axes);
      }
    }
  }

  public static Shape of(int... axes) {
    return new Shape(Arrays.stream(axes).boxed().toList());
  }

  /** Number of axes. */
  public int rank() {
    return axes.size();
  }

  public int axis(int i) {
    return axes.get(i);
  }

  /** Number of values. */
  public int size() {
    int size = 1;
    for (int axis : axes) {
      size = Math.multiplyExact(size, axis);
    }
    return size;
  }

  /** The axes, as libtorch and ONNX want them. */
  public long[] longs() {
    return axes.stream().mapToLong(Integer::longValue).toArray();
  }

  /** The axes behind {@code leading}, such as the batch. */
  public long[] after(long leading) {
    long[] all = new long[axes.size() + 1];
    all[0] = leading;
    System.arraycopy(longs(), 0, all, 1, axes.size());
    return all;
  }

  @Override
  public String toString() {
    return axes.stream().map(String::valueOf).collect(Collectors.joining(" x "));
  }
}
