package dev.auricle.network.checkpoint;

import java.nio.ByteBuffer;

/** A pickle's operations and their operands, one after the other. */
final class PickleBytes {
  private final Binary bytes;
  private long at;

  PickleBytes(Binary bytes, long start) {
    this.bytes = bytes;
    this.at = start;
  }

  /** Where the next operation starts. */
  long at() {
    return at;
  }

  int u8() {
    return bytes.u8(skip(1));
  }

  int u16() {
    return bytes.u16(skip(2));
  }

  int i32() {
    return bytes.i32(skip(4));
  }

  long u32() {
    return bytes.u32(skip(4));
  }

  long i64() {
    return bytes.i64(skip(8));
  }

  /**
   * A whole number of so many bytes. One of more than eight appears once, as the magic number of
   * PyTorch's old format, and its value matters nowhere.
   */
  long integer(int length) {
    ByteBuffer digits = blob(length);
    if (length == 0 || length > 8) {
      return length == 0 ? 0 : Long.MAX_VALUE;
    }
    long value = 0;
    for (int i = 0; i < length; i++) {
      value |= (digits.get(i) & 0xffL) << (8 * i);
    }
    int unused = 64 - 8 * length;
    return value << unused >> unused;
  }

  String text(long length) {
    String text = bytes.text(at, length);
    at += length;
    return text;
  }

  ByteBuffer blob(long length) {
    ByteBuffer blob = bytes.slice(at, length);
    at += length;
    return blob;
  }

  /** Up to a line's end, which is passed over. */
  String line() {
    long start = at;
    while (bytes.u8(at) != '\n') {
      at++;
    }
    String line = bytes.text(start, at - start);
    at++;
    return line;
  }

  private long skip(int length) {
    long from = at;
    at += length;
    return from;
  }
}
