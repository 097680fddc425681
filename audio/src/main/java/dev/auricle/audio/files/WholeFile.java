package dev.auricle.audio.files;

import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Writes a file so that whoever looks sees the old one or the new one, never half of it: under
 * another name in the same folder first, then moved.
 *
 * <pre>{@code
 * WholeFile.write(Path.of("report.html"), temporary -> Files.writeString(temporary, page));
 * }</pre>
 */
public final class WholeFile {
  private WholeFile() {}

  /** What writes the file under its temporary name. */
  @FunctionalInterface
  public interface Writing {
    void to(Path temporary) throws IOException;
  }

  /**
   * Writes a file, making the folders above it; one that was there is replaced. If the writing
   * fails, what was there stays and nothing is left behind.
   *
   * @throws AuricleException if it cannot be written
   */
  public static void write(Path file, Writing writing) {
    try {
      writeOrThrow(file, writing);
    } catch (IOException e) {
      throw new AuricleException(
          "cannot write "
              + file
              + " ("
              + e
              + "); check its folder, the rights and the room on disk",
          e);
    }
  }

  /** As {@link #write}, for callers that have their own words for a failure. */
  public static void writeOrThrow(Path file, Writing writing) throws IOException {
    Path target = file.toAbsolutePath();
    Files.createDirectories(target.getParent());
    Path temporary = temporaryFor(target);
    try {
      writing.to(temporary);
      move(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * A name beside the file that nobody else uses. Not {@link Files#createTempFile}, whose files
   * only their owner may read.
   */
  public static Path temporaryFor(Path file) {
    return file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
  }

  /** Gives what was written its name; atomic wherever the file system can. */
  public static void move(Path temporary, Path file) throws IOException {
    try {
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
