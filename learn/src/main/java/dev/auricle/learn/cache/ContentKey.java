package dev.auricle.learn.cache;

import dev.auricle.audio.fetch.Checksum;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256, in hex. */
public final class ContentKey {
  private static final int CHUNK = 1 << 16;

  private ContentKey() {}

  public static String of(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Of a file's bytes, whatever its name.
   *
   * @throws AuricleException if it cannot be read
   */
  public static String of(Path file) {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] chunk = new byte[CHUNK];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        digest.update(chunk, 0, n);
      }
    } catch (IOException e) {
      throw new AuricleException(file + " cannot be read: " + e, e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    return Checksum.digest("SHA-256");
  }
}
