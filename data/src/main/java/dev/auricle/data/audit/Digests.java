package dev.auricle.data.audit;

import dev.auricle.audio.fetch.Checksum;
import java.security.MessageDigest;

/** The one hash of the audit. */
final class Digests {
  private Digests() {}

  static MessageDigest sha256() {
    return Checksum.digest("SHA-256");
  }
}
