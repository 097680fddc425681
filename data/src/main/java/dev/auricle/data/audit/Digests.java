package dev.auricle.data.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash of the audit. */
final class Digests {
  private Digests() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
