package dev.auricle.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real recordings, checkpoints and reference values that tests use where they are present. They lie
 * outside the repository, in {@code ../shared} or where {@code AURICLE_SHARED} (system property
 * {@code auricle.shared}) says; a test that needs what is absent is skipped, saying so.
 */
public final class Shared {
  private Shared() {}

  /** A file or folder inside, such as {@code data/FSDD/recordings}; skips the test if absent. */
  public static Path require(String inside) {
    Path path = root().resolve(inside);
    if (!Files.exists(path)) {
      String line = "SKIPPED: needs " + path + " (set AURICLE_SHARED to the folder that holds it)";
      System.out.println(line);
      Assumptions.abort(line);
    }
    return path;
  }

  private static Path root() {
    String named = System.getProperty("auricle.shared", System.getenv("AURICLE_SHARED"));
    return named != null ? Path.of(named) : projectRoot().resolveSibling("shared");
  }

  /** The checkout's root, from whichever module's directory the tests run in. */
  public static Path projectRoot() {
    Path here = Path.of("").toAbsolutePath();
    while (here != null && !Files.isDirectory(here.resolve(".mvn"))) {
      here = here.getParent();
    }
    if (here == null) {
      throw new IllegalStateException("no .mvn folder above " + Path.of("").toAbsolutePath());
    }
    return here;
  }
}
