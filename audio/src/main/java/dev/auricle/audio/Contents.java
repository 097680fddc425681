package dev.auricle.audio;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names what the first bytes of a file look like, for the message that it is no sound. */
final class Contents {
  private Contents() {}

  static String describe(byte[] head, long size) {
    if (head.length == 0) {
      return "an empty file (0 bytes)";
    }
    String start = new String(head, StandardCharsets.ISO_8859_1);
    String trimmed = start.stripLeading().toLowerCase(Locale.ROOT);
    if (trimmed.startsWith("<!doctype html") || trimmed.startsWith("<html")) {
      return "a web page (a failed download?)";
    }
    if (start.startsWith("PK")) {
      return "a ZIP archive";
    }
    if (start.startsWith("%PDF")) {
      return "a PDF document";
    }
    if (start.startsWith("version https://git-lfs")) {
      return "a Git LFS pointer (run git lfs pull)";
    }
    if (start.startsWith("RIFF") || start.startsWith("fLaC") || start.startsWith("OggS")) {
      return "a damaged or truncated " + start.substring(0, 4) + " file (" + size(size) + ")";
    }
    if (start.chars().allMatch(c -> c == 0)) {
      return "nothing but zero bytes";
    }
    if (start.chars().allMatch(c -> (c >= ' ' && c < 127) || Character.isWhitespace(c))) {
      return "plain text";
    }
    return "bytes of no known format (" + size(size) + ")";
  }

  private static String size(long bytes) {
    return bytes < 0 ? "of unknown length" : bytes + " bytes";
  }
}
