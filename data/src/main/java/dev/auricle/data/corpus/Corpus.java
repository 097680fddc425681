package dev.auricle.data.corpus;

import dev.auricle.audio.fetch.RemoteFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A corpus as its publisher offers it.
 *
 * @param name such as {@code esc50}
 * @param title its own name
 * @param about one line on what is in it
 * @param page of its publisher
 * @param licence as stated there
 * @param cite what to cite where it is used
 * @param layout what {@link dev.auricle.data.Layouts} recognises after unpacking
 * @param parts its archives, each unpacked
 */
public record Corpus(
    String name,
    String title,
    String about,
    String page,
    String licence,
    String cite,
    String layout,
    List<Part> parts) {

  /**
   * One archive.
   *
   * @param file where it is, its length and checksum where they are known
   * @param size for people, such as {@code 6.0 GB}; null where nobody states it
   * @param verification where its checksum is from, or why there is none
   */
  public record Part(RemoteFile file, @Nullable String size, String verification) {
    /** Whether what arrives can be told from something else. */
    public boolean verified() {
      return file.checksum() != null;
    }
  }

  /** Sizes of its archives, as far as they are stated. */
  public String size() {
    List<String> stated = parts.stream().map(Part::size).filter(s -> s != null).toList();
    return stated.size() < parts.size() ? "size not stated" : String.join(" + ", stated);
  }

  /** Whether each archive has a checksum. */
  public boolean verified() {
    return parts.stream().allMatch(Part::verified);
  }
}
