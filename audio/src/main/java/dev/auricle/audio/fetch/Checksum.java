package dev.auricle.audio.fetch;

import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * A checksum as a publisher states it.
 *
 * @param algorithm {@code MD5}, {@code SHA-1} or {@code SHA-256}
 * @param hex the digest, lower case
 */
public record Checksum(String algorithm, String hex) {
  private static final Map<String, Integer> LENGTHS = Map.of("MD5", 32, "SHA-1", 40, "SHA-256", 64);
  private static final int CHUNK = 1 << 16;

  public Checksum {
    hex = hex.toLowerCase(Locale.ROOT);
    Integer length = LENGTHS.get(algorithm);
    if (length == null || !hex.matches("[0-9a-f]{" + length + "}")) {
      throw new IllegalArgumentException("no " + algorithm + " digest: " + hex);
    }
  }

  public static Checksum md5(String hex) {
    return new Checksum("MD5", hex);
  }

  public static Checksum sha256(String hex) {
    return new Checksum("SHA-256", hex);
  }

  /**
   * The digest of a file's bytes.
   *
   * @throws AuricleException if it cannot be read
   */
  public static Checksum of(String algorithm, Path file) {
    MessageDigest digest = digest(algorithm);
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        digest.update(chunk, 0, n);
      }
    } catch (IOException e) {
      throw new AuricleException("cannot read " + file + ": " + Trouble.said(e), e);
    }
    return new Checksum(algorithm, HexFormat.of().formatHex(digest.digest()));
  }

  /** Whether the file's bytes have this digest. */
  public boolean fits(Path file) {
    return equals(of(algorithm, file));
  }

  /** A digest to feed; every JDK has the three algorithms. */
  public static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  @Override
  public String toString() {
    return algorithm + " " + hex;
  }
}
