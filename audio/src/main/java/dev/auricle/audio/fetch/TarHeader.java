package dev.auricle.audio.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * One header block of a tar archive (POSIX.1-2001 "ustar", and the old and GNU forms).
 *
 * @param name with its prefix
 * @param size of what follows, in bytes
 * @param type the type flag
 * @param link target of a link
 */
record TarHeader(String name, long size, char type, String link) {
  static final int BLOCK = 512;

  /**
   * Reads a block.
   *
   * @throws IOException if its sum does not fit: then this is no tar archive
   */
  static TarHeader parse(byte[] block) throws IOException {
    String sum = text(block, 148, 8).strip();
    if (!sum.matches("[0-7]{1,8}") || Long.parseLong(sum, 8) != sum(block)) {
      throw new IOException("not a ZIP, and not a tar archive either (or a damaged one)");
    }
    String name = text(block, 0, 100);
    boolean ustar = new String(block, 257, 6, StandardCharsets.US_ASCII).equals("ustar\0");
    String prefix = ustar ? text(block, 345, 155) : "";
    return new TarHeader(
        prefix.isEmpty() ? name : prefix + "/" + name,
        number(block, 124, 12),
        (char) block[156],
        text(block, 157, 100));
  }

  static boolean isZero(byte[] block) {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  /** The sum of the block's bytes, its own field taken as spaces. */
  private static long sum(byte[] block) {
    long sum = 0;
    for (int i = 0; i < block.length; i++) {
      sum += i >= 148 && i < 156 ? ' ' : block[i] & 0xff;
    }
    return sum;
  }

  static String text(byte[] block, int from, int length) {
    int end = from;
    while (end < from + length && block[end] != 0) {
      end++;
    }
    return new String(block, from, end - from, StandardCharsets.UTF_8);
  }

  /** Octal digits; or, where the first bit is set, a binary number (files of 8 GiB and more). */
  private static long number(byte[] block, int from, int length) throws IOException {
    if ((block[from] & 0x80) != 0) {
      long value = block[from] & 0x3f;
      for (int i = from + 1; i < from + length; i++) {
        if (value > Long.MAX_VALUE >> 8) {
          throw new IOException("a tar header states a size beyond all measure");
        }
        value = value << 8 | block[i] & 0xff;
      }
      return value;
    }
    String digits = text(block, from, length).strip();
    if (!digits.matches("[0-7]{0,12}")) {
      throw new IOException("a tar header holds '" + digits + "' where a number was expected");
    }
    return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
  }
}
