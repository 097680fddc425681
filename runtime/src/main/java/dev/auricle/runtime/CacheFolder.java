package dev.auricle.runtime;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Where Auricle keeps what it can make or fetch again: native libraries and published weights.
 *
 * <p>{@code AURICLE_CACHE} (system property {@code auricle.cache}) names the folder; otherwise it
 * is {@code auricle} in the place that the system has for caches.
 */
public final class CacheFolder {
  private CacheFolder() {}

  /** The folder, which need not exist yet. */
  public static Path path() {
    String named = System.getProperty("auricle.cache", System.getenv("AURICLE_CACHE"));
    if (named != null && !named.isBlank()) {
      return Path.of(named);
    }
    String home = System.getProperty("user.home", ".");
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      String local = System.getenv("LOCALAPPDATA");
      return local != null
          ? Path.of(local, "auricle", "cache")
          : Path.of(home, ".auricle", "cache");
    }
    if (os.contains("mac")) {
      return Path.of(home, "Library", "Caches", "auricle");
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    return xdg != null && !xdg.isBlank()
        ? Path.of(xdg, "auricle")
        : Path.of(home, ".cache", "auricle");
  }
}
