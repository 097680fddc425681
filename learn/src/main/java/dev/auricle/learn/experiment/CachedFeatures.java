package dev.auricle.learn.experiment;

import dev.auricle.runtime.Features;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Features as bytes: the number of axes, their lengths, the values; little-endian. */
final class CachedFeatures {
  private CachedFeatures() {}

  static byte[] bytes(Features features) {
    int[] shape = features.shape();
    float[] values = features.values();
    ByteBuffer buffer =
        ByteBuffer.allocate(Integer.BYTES * (1 + shape.length) + Float.BYTES * values.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(shape.length);
    for (int length : shape) {
      buffer.putInt(length);
    }
    buffer.asFloatBuffer().put(values);
    return buffer.array();
  }

  static Features read(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int[] shape = new int[buffer.getInt()];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = buffer.getInt();
    }
    float[] values = new float[buffer.remaining() / Float.BYTES];
    buffer.asFloatBuffer().get(values);
    return new Features(values, shape);
  }
}
