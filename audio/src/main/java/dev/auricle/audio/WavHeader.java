package dev.auricle.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads from a WAV file's first bytes how long it was to be. FFmpeg tells only how much is there,
 * and so nothing of a file that was cut off.
 */
final class WavHeader {
  private static final int RIFF = 0x46464952;
  private static final int WAVE = 0x45564157;
  private static final int FORMAT = 0x20746d66;
  private static final int DATA = 0x61746164;
  private static final int BYTE_RATE_AT = 16;

  private WavHeader() {}

  /** Seconds the header promises; -1 if this is no WAV, or one written without knowing. */
  static double promisedSeconds(byte[] head) {
    ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    if (head.length < 12 || bytes.getInt(0) != RIFF || bytes.getInt(8) != WAVE) {
      return -1;
    }
    long byteRate = 0;
    long at = 12;
    while (at + BYTE_RATE_AT + 4 <= head.length) {
      int chunk = bytes.getInt((int) at);
      long size = bytes.getInt((int) at + 4) & 0xffff_ffffL;
      if (chunk == FORMAT && isUncompressed(bytes.getShort((int) at + 8))) {
        byteRate = bytes.getInt((int) at + BYTE_RATE_AT) & 0xffff_ffffL;
      }
      if (chunk == DATA) {
        // Streams are written with all bits set, or with nearly so.
        return byteRate > 0 && size < 0x7fff_0000L ? size / (double) byteRate : -1;
      }
      at += 8 + size + size % 2;
    }
    return -1;
  }

  /** Integers, floats, or the form that says so further on; compressed ones state rates loosely. */
  private static boolean isUncompressed(short format) {
    return format == 1 || format == 3 || format == (short) 0xfffe;
  }
}
