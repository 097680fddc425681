package dev.auricle.data.corpus;

import dev.auricle.audio.fetch.Checksum;
import dev.auricle.audio.fetch.RemoteFile;
import dev.auricle.data.text.Nearest;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The corpora that are known: {@code corpora.json} beside this class. A checksum stands there only
 * where the publisher, or a library that many check with, states one, and it says which.
 */
public final class Corpora {
  private static final double GIGA = 1e9;
  private static final double MEGA = 1e6;

  private Corpora() {}

  /** All, in the order in which they are listed. */
  public static List<Corpus> all() {
    List<Corpus> all = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(Corpora.class.getResourceAsStream("corpora.json"))) {
      JsonMapper.builder().build().readTree(in).forEach(node -> all.add(corpus(node)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(all);
  }

  /**
   * A corpus by its name, in any case.
   *
   * @throws AuricleException if there is none; names the nearest and all
   */
  public static Corpus find(String name) {
    List<String> names = all().stream().map(Corpus::name).toList();
    return all().stream()
        .filter(c -> c.name().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new AuricleException(
                    "no corpus '"
                        + name
                        + "'; known are "
                        + String.join(", ", names)
                        + " and audioset"
                        + Nearest.question(name, names)));
  }

  private static Corpus corpus(JsonNode node) {
    List<Corpus.Part> parts = new ArrayList<>();
    node.path("files").forEach(file -> parts.add(part(file)));
    return new Corpus(
        text(node, "name"),
        text(node, "title"),
        text(node, "about"),
        text(node, "page"),
        text(node, "licence"),
        text(node, "cite"),
        text(node, "layout"),
        List.copyOf(parts));
  }

  private static Corpus.Part part(JsonNode node) {
    List<URI> addresses = new ArrayList<>();
    node.path("addresses").forEach(a -> addresses.add(URI.create(a.asString())));
    long bytes = node.path("bytes").asLong(-1);
    Checksum checksum = checksum(node);
    return new Corpus.Part(
        new RemoteFile(text(node, "name"), addresses, bytes, checksum),
        node.has("about") ? text(node, "about") : bytes < 0 ? null : forPeople(bytes),
        text(node, checksum == null ? "unverified" : "verified"));
  }

  private static @Nullable Checksum checksum(JsonNode node) {
    if (node.has("sha256")) {
      return Checksum.sha256(text(node, "sha256"));
    }
    return node.has("md5") ? Checksum.md5(text(node, "md5")) : null;
  }

  private static String forPeople(long bytes) {
    return bytes >= GIGA
        ? String.format(Locale.ROOT, "%.1f GB", bytes / GIGA)
        : String.format(Locale.ROOT, "%.0f MB", bytes / MEGA);
  }

  private static String text(JsonNode node, String key) {
    String text = node.path(key).asString("");
    if (text.isEmpty()) {
      throw new IllegalStateException("corpora.json: '" + key + "' is missing in " + node);
    }
    return text;
  }
}
