package dev.auricle.audio;

/** Seals damaged Ogg pages with a right checksum, so that the damage reaches the codec. */
final class OggPages {
  private static final int CHECKSUM_AT = 22;
  private static final int SEGMENTS_AT = 26;

  private OggPages() {}

  /** The same bytes; those of an Ogg file with every page's checksum made anew. */
  static byte[] sealed(byte[] bytes) {
    for (int start = 0; start + SEGMENTS_AT < bytes.length; start++) {
      if (bytes[start] == 'O' && bytes[start + 1] == 'g' && bytes[start + 2] == 'g') {
        seal(bytes, start);
      }
    }
    return bytes;
  }

  private static void seal(byte[] bytes, int start) {
    int segments = bytes[start + SEGMENTS_AT] & 0xff;
    int end = start + SEGMENTS_AT + 1 + segments;
    for (int i = 0; i < segments && start + SEGMENTS_AT + 1 + i < bytes.length; i++) {
      end += bytes[start + SEGMENTS_AT + 1 + i] & 0xff;
    }
    if (end > bytes.length) {
      return;
    }
    for (int i = 0; i < 4; i++) {
      bytes[start + CHECKSUM_AT + i] = 0;
    }
    int checksum = 0;
    for (int i = start; i < end; i++) {
      checksum ^= (bytes[i] & 0xff) << 24;
      for (int bit = 0; bit < 8; bit++) {
        checksum = (checksum << 1) ^ (checksum < 0 ? 0x04c11db7 : 0);
      }
    }
    for (int i = 0; i < 4; i++) {
      bytes[start + CHECKSUM_AT + i] = (byte) (checksum >>> (8 * i));
    }
  }
}
