package dev.auricle.runtime;

import dev.auricle.audio.fetch.Checksum;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The SHA-256 of a whole bundle, as the ZIP's comment: its last 71 bytes are {@code sha256:} and 64
 * hexadecimal digits, the digest of every byte before the digits. A ZIP's own checksums leave its
 * headers unguarded; this one leaves nothing.
 */
final class Seal {
  private static final String MARK = "sha256:";
  private static final int DIGITS = 64;

  /** A comment of the right length, to be filled by {@link #close}. */
  static final String PLACE = MARK + "0".repeat(DIGITS);

  /** What the end of a file says of the rest. */
  enum State {
    WHOLE,
    BROKEN,
    /** A ZIP with another comment or none. */
    ABSENT,
    /** No ZIP's end at all. */
    CUT_OFF
  }

  private Seal() {}

  /** Puts the digest in its place; changes {@code zip} and returns it. */
  static byte[] close(byte[] zip) {
    int guarded = zip.length - DIGITS;
    byte[] digits = sha256(zip, guarded).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, zip, guarded, DIGITS);
    return zip;
  }

  static State check(byte[] zip) {
    int guarded = zip.length - DIGITS;
    int mark = guarded - MARK.length();
    if (mark >= 0 && ascii(zip, mark, guarded).equals(MARK)) {
      String stated = ascii(zip, guarded, zip.length);
      return stated.equals(sha256(zip, guarded)) ? State.WHOLE : State.BROKEN;
    }
    return endsLikeZip(zip) ? State.ABSENT : State.CUT_OFF;
  }

  /** Looks for the end-of-directory record, whose last two bytes count those that follow it. */
  private static boolean endsLikeZip(byte[] zip) {
    for (int i = zip.length - 22; i >= Math.max(0, zip.length - 22 - 65535); i--) {
      int following = zip.length - i - 22;
      if (zip[i] == 'P'
          && zip[i + 1] == 'K'
          && zip[i + 2] == 5
          && zip[i + 3] == 6
          && (zip[i + 20] & 0xFF) + ((zip[i + 21] & 0xFF) << 8) == following) {
        return true;
      }
    }
    return false;
  }

  private static String ascii(byte[] bytes, int from, int to) {
    return new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.US_ASCII);
  }

  /** Digest of the first {@code length} bytes, in lower-case hexadecimal. */
  static String sha256(byte[] bytes, int length) {
    MessageDigest digest = Checksum.digest("SHA-256");
    digest.update(bytes, 0, length);
    return HexFormat.of().formatHex(digest.digest());
  }
}
