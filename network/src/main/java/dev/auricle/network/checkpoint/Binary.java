package dev.auricle.network.checkpoint;

import dev.auricle.signal.AuricleException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A file's bytes in little-endian order. Whatever reaches outside them is an {@link
 * AuricleException} that names the file.
 */
final class Binary {
  private final String name;
  private final ByteBuffer bytes;

  Binary(String name, ByteBuffer bytes) {
    this.name = name;
    this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Number of bytes. */
  int length() {
    return bytes.limit();
  }

  String name() {
    return name;
  }

  int u8(long at) {
    return bytes.get(checked(at, 1)) & 0xff;
  }

  int u16(long at) {
    return bytes.getShort(checked(at, 2)) & 0xffff;
  }

  int i32(long at) {
    return bytes.getInt(checked(at, 4));
  }

  long u32(long at) {
    return i32(at) & 0xffff_ffffL;
  }

  long i64(long at) {
    return bytes.getLong(checked(at, 8));
  }

  float f32(long at) {
    return bytes.getFloat(checked(at, 4));
  }

  /** A stretch of the bytes, not copied. */
  ByteBuffer slice(long at, long length) {
    return bytes.slice(checked(at, length), (int) length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A stretch of the bytes as UTF-8. */
  String text(long at, long length) {
    return StandardCharsets.UTF_8.decode(slice(at, length)).toString();
  }

  private int checked(long at, long length) {
    if (at < 0 || length < 0 || at > bytes.limit() - length) {
      throw damaged(length + " bytes at " + at + " lie outside its " + bytes.limit() + " bytes");
    }
    return (int) at;
  }

  /** An error that says what is wrong with the file. */
  AuricleException damaged(String what) {
    return new AuricleException(name + " cannot be read: " + what + "; fetch the file again");
  }
}
