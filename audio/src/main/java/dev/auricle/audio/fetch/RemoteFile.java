package dev.auricle.audio.fetch;

import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file on a publisher's server.
 *
 * @param name to save it under
 * @param addresses where it is, {@code https} or {@code http}; the first that answers is used
 * @param bytes its exact length where its publisher states it, else -1
 * @param checksum as its publisher states it; null where none is stated: then what arrives can only
 *     be told to be of the right length
 */
public record RemoteFile(
    String name, List<URI> addresses, long bytes, @Nullable Checksum checksum) {

  public RemoteFile {
    addresses = List.copyOf(addresses);
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException(name + " has no address");
    }
  }

  /**
   * Checks a file that is taken for this one.
   *
   * @throws AuricleException if its length or checksum is another; says both
   */
  public void check(Path file) {
    String mismatch = mismatch(file);
    if (mismatch != null) {
      throw new AuricleException(file + " is not the published " + name + ": " + mismatch);
    }
  }

  /** How a file differs from what was published; null where it does not. */
  @Nullable String mismatch(Path file) {
    long found;
    try {
      found = Files.size(file);
    } catch (IOException e) {
      throw new AuricleException("cannot read " + file + ": " + e, e);
    }
    if (bytes >= 0 && found != bytes) {
      return found + " bytes, expected " + bytes;
    }
    if (checksum != null) {
      Checksum of = Checksum.of(checksum.algorithm(), file);
      return of.equals(checksum) ? null : "its " + of + ", expected " + checksum.hex();
    }
    return null;
  }
}
