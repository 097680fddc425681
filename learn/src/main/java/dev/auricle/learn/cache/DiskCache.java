package dev.auricle.learn.cache;

import dev.auricle.runtime.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes by key, in one of many spaces, shared by all processes of a user.
 *
 * <p>A space is a folder of packs. A process reads the packs that are there when it opens the space
 * and writes what it had to compute into one pack of its own, which appears under its name when it
 * is whole; so no lock is needed, and a killed process leaves nothing half. The packs least
 * recently used go when all spaces together grow past the bound. Nothing here ever fails a run:
 * what cannot be read is computed again, and what cannot be written is not kept.
 *
 * <p>{@code AURICLE_CACHE_MB} (system property {@code auricle.cache.mb}) sets the bound in
 * megabytes; 0 keeps nothing. It is 2000 where not set.
 */
public final class DiskCache implements AutoCloseable {
  private static final long DEFAULT_MEGABYTES = 2000;

  private final List<Pack> packs = new ArrayList<>();
  private final @Nullable PackWriter writer;
  private final @Nullable Bound bound;

  private DiskCache(@Nullable PackWriter writer, @Nullable Bound bound) {
    this.writer = writer;
    this.bound = bound;
  }

  /** The space for those settings, in the user's cache. */
  public static DiskCache open(String settings) {
    return open(CacheFolder.path().resolve("computed"), settings, megabytes() * 1_000_000);
  }

  /**
   * The space for those settings.
   *
   * @param folder of all spaces
   * @param settings whatever the values depend on beside their keys
   * @param mostBytes bound of all spaces together; 0 keeps nothing
   */
  static DiskCache open(Path folder, String settings, long mostBytes) {
    if (mostBytes <= 0) {
      return new DiskCache(null, null);
    }
    Path space = folder.resolve(ContentKey.of(settings).substring(0, 24));
    DiskCache cache =
        new DiskCache(new PackWriter(space, mostBytes / 2), new Bound(folder, mostBytes));
    if (Files.isDirectory(space)) {
      try (Stream<Path> files = Files.list(space)) {
        files.filter(Pack::named).sorted().forEach(file -> cache.packs.addAll(Pack.open(file)));
      } catch (IOException e) {
        // Nothing is known, then.
      }
    }
    return cache;
  }

  private static long megabytes() {
    String named = System.getProperty("auricle.cache.mb", System.getenv("AURICLE_CACHE_MB"));
    try {
      return named == null || named.isBlank() ? DEFAULT_MEGABYTES : Long.parseLong(named.strip());
    } catch (NumberFormatException e) {
      return DEFAULT_MEGABYTES;
    }
  }

  /**
   * What was kept under a key, by this or another process before this space was opened.
   *
   * @param key a {@link ContentKey}
   * @return null if nothing was, or it is damaged
   */
  public byte @Nullable [] get(String key) {
    for (Pack pack : packs) {
      byte[] value = pack.get(key);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** Keeps a value, once this space is closed. Thread-safe. */
  public void put(String key, byte[] value) {
    if (writer != null) {
      writer.add(key, value);
    }
  }

  /** Makes what was put visible to others, and keeps to the bound. */
  @Override
  public void close() {
    packs.forEach(Pack::close);
    if (writer != null && writer.seal() && bound != null) {
      bound.keep();
    }
  }
}
