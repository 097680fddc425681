package dev.auricle.network.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A tensor as it lies in a file; its numbers are decoded when they are asked for.
 *
 * <p>Readers make one only after they have checked that every number lies inside the data.
 */
public final class StoredTensor {
  private final String name;
  private final ElementType type;
  private final List<Integer> shape;
  private final List<Long> strides;
  private final ByteBuffer data;
  private final @Nullable Quantization quantization;

  private StoredTensor(
      String name,
      ElementType type,
      List<Integer> shape,
      List<Long> strides,
      ByteBuffer data,
      @Nullable Quantization quantization) {
    this.name = name;
    this.type = type;
    this.shape = List.copyOf(shape);
    this.strides = List.copyOf(strides);
    this.data = data.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    this.quantization = quantization;
  }

  /**
   * A tensor whose numbers lie in row-major order.
   *
   * @param data from the first number on, in exactly the bytes that the shape needs
   * @throws IllegalArgumentException if the data holds more or less than the shape
   */
  static StoredTensor dense(
      String name,
      ElementType type,
      List<Integer> shape,
      ByteBuffer data,
      @Nullable Quantization quantization) {
    Long[] strides = new Long[shape.size()];
    long step = 1;
    for (int axis = shape.size() - 1; axis >= 0; axis--) {
      strides[axis] = step;
      step = Math.multiplyExact(step, shape.get(axis));
    }
    long bytes = Math.multiplyExact(step, type.bytes());
    if (bytes != data.remaining()) {
      throw new IllegalArgumentException(
          "its shape " + describe(shape) + " needs " + bytes + " bytes, found " + data.remaining());
    }
    if (quantization != null && quantization.scales().size() > 1) {
      int axis = quantization.axis();
      int entries = axis < 0 || axis >= shape.size() ? -1 : shape.get(axis);
      if (entries != quantization.scales().size()) {
        throw new IllegalArgumentException(
            quantization.scales().size() + " scales do not fit axis " + axis);
      }
    }
    return new StoredTensor(name, type, shape, List.of(strides), data.slice(), quantization);
  }

  /**
   * A view of a storage.
   *
   * @param storage whole numbers of the type
   * @param offset of the first number in it, in numbers
   * @param strides distance between neighbours on each axis, in numbers
   * @throws IllegalArgumentException if any number lies outside the storage
   */
  static StoredTensor view(
      String name,
      ElementType type,
      List<Integer> shape,
      List<Long> strides,
      ByteBuffer storage,
      long offset) {
    long held = storage.remaining() / type.bytes();
    long last = offset;
    long size = 1;
    for (int axis = 0; axis < shape.size(); axis++) {
      size = Math.multiplyExact(size, shape.get(axis));
      last =
          Math.addExact(
              last, Math.multiplyExact(strides.get(axis), Math.max(0L, shape.get(axis) - 1L)));
    }
    boolean forwards = offset >= 0 && strides.stream().allMatch(stride -> stride >= 0);
    // A stride of 0 could claim any size out of nothing.
    if (!forwards || size > held || (size > 0 && last >= held)) {
      throw new IllegalArgumentException(
          "its shape "
              + describe(shape)
              + " from number "
              + offset
              + " reaches outside its storage of "
              + held);
    }
    int start = size == 0 ? 0 : (int) offset * type.bytes();
    ByteBuffer data = storage.duplicate().position(storage.position() + start).slice();
    return new StoredTensor(name, type, shape, strides, data, null);
  }

  /** The same tensor under another name. */
  StoredTensor named(String other) {
    return new StoredTensor(other, type, shape, strides, data, quantization);
  }

  public String name() {
    return name;
  }

  public ElementType type() {
    return type;
  }

  /** Sizes of its axes, the slowest first; empty for a single number. */
  public List<Integer> shape() {
    return shape;
  }

  /** Number of values. */
  public int size() {
    int size = 1;
    for (int axis : shape) {
      size *= axis;
    }
    return size;
  }

  /** How whole numbers stand for real ones; null where they stand for themselves. */
  public @Nullable Quantization quantization() {
    return quantization;
  }

  /** The numbers in row-major order, dequantised. */
  public float[] floats() {
    float[] values = new float[size()];
    int[] index = new int[shape.size()];
    long at = 0;
    for (int i = 0; i < values.length; i++) {
      double number = type.read(data, (int) at * type.bytes());
      values[i] = (float) (quantization == null ? number : real(quantization, number, index));
      for (int axis = index.length - 1; axis >= 0; axis--) {
        at += strides.get(axis);
        if (++index[axis] < shape.get(axis)) {
          break;
        }
        at -= strides.get(axis) * shape.get(axis);
        index[axis] = 0;
      }
    }
    return values;
  }

  private static double real(Quantization quantization, double stored, int[] index) {
    int entry = quantization.scales().size() == 1 ? 0 : index[quantization.axis()];
    return quantization.real(stored, entry);
  }

  static String describe(List<Integer> shape) {
    return shape.isEmpty()
        ? "scalar"
        : shape.stream().map(String::valueOf).collect(Collectors.joining(" x "));
  }

  /** {@code weight: float32 8 x 1 x 3 x 3}. */
  @Override
  public String toString() {
    return name + ": " + type + " " + describe(shape);
  }
}
