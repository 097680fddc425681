package dev.auricle.network.store;

import dev.auricle.audio.fetch.Checksum;
import dev.auricle.audio.fetch.RemoteFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of weights as its publisher offers it.
 *
 * @param name of the network that it fills, such as {@code mn04}
 * @param summary a few words on that network
 * @param file what the file is called
 * @param addresses where its publisher has it; the first that answers is used
 * @param inside the file's name in the archive that stands there; null where the file itself does
 * @param bytes its length; -1 where we do not know it
 * @param sha256 its checksum; null where we do not know it
 * @param licence that its publisher gives it
 * @param authors and their paper
 */
public record WeightFile(
    String name,
    String summary,
    String file,
    List<URI> addresses,
    @Nullable String inside,
    long bytes,
    @Nullable String sha256,
    String licence,
    String authors) {

  public WeightFile {
    addresses = List.copyOf(addresses);
  }

  /** Where its publisher has it: the first address. */
  public URI address() {
    return addresses.get(0);
  }

  /** The file as what is looked for, and checked. */
  RemoteFile published() {
    return new RemoteFile(file, addresses, bytes, sha256 == null ? null : Checksum.sha256(sha256));
  }

  /** The archive that holds it, of which nothing but the address is known. */
  RemoteFile archive() {
    return new RemoteFile(archiveName(), addresses, -1, null);
  }

  /** What the archive is called. */
  String archiveName() {
    String path = address().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * Where a bundle made of a file is from, for its provenance; the publisher only if it is the
   * published file.
   *
   * @throws dev.auricle.signal.AuricleException if the file cannot be read
   */
  public Map<String, Object> origin(Path used) {
    String hex = Checksum.of("SHA-256", used).hex();
    Map<String, Object> origin = new LinkedHashMap<>();
    origin.put("network", summary);
    origin.put("file", String.valueOf(used.getFileName()));
    origin.put("sha256", hex);
    if (sha256 == null || sha256.equals(hex)) {
      origin.put("publisher", address().toString());
      origin.put("licence", licence);
      origin.put("authors", authors);
    }
    return origin;
  }
}
