package dev.auricle.network.checkpoint;

import java.nio.ByteBuffer;
import java.util.Locale;

/** Type of a stored tensor's numbers, which lie in little-endian order. */
public enum ElementType {
  FLOAT64(8),
  FLOAT32(4),
  FLOAT16(2),
  /** A float's upper sixteen bits. */
  BFLOAT16(2),
  INT64(8),
  INT32(4),
  INT16(2),
  INT8(1),
  UINT8(1),
  BOOL(1);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes that one number takes. */
  public int bytes() {
    return bytes;
  }

  /** The number that starts at a byte. */
  double read(ByteBuffer data, int at) {
    return switch (this) {
      case FLOAT64 -> data.getDouble(at);
      case FLOAT32 -> data.getFloat(at);
      case FLOAT16 -> half(data.getShort(at));
      case BFLOAT16 -> Float.intBitsToFloat(data.getShort(at) << 16);
      case INT64 -> data.getLong(at);
      case INT32 -> data.getInt(at);
      case INT16 -> data.getShort(at);
      case INT8 -> data.get(at);
      case UINT8 -> data.get(at) & 0xff;
      case BOOL -> data.get(at) == 0 ? 0 : 1;
    };
  }

  /** IEEE 754's sixteen bits: one sign, five exponent, ten fraction. */
  private static double half(short bits) {
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    double size =
        switch (exponent) {
          case 0 -> Math.scalb((double) fraction, -24);
          case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default -> Math.scalb((double) (fraction | 0x400), exponent - 25);
        };
    return bits < 0 ? -size : size;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
