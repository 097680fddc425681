package dev.auricle.audio.fetch;

import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What an archive may grow to, so that a small one cannot fill a disk.
 *
 * @param bytes of all files together
 * @param entries files and folders
 */
public record Limits(long bytes, long entries) {
  private static final long TIMES = 50;
  private static final long AT_LEAST = 64L << 20;
  private static final long MOST_ENTRIES = 2_000_000;

  /** Fifty times the archive, as far as sounds ever shrink, and two million entries. */
  public static Limits of(Path archive) {
    try {
      return new Limits(Math.max(AT_LEAST, TIMES * Files.size(archive)), MOST_ENTRIES);
    } catch (IOException e) {
      throw new AuricleException("cannot read " + archive + ": " + e, e);
    }
  }
}
