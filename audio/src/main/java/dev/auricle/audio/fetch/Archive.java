package dev.auricle.audio.fetch;

import dev.auricle.signal.AuricleException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks ZIP, tar and gzipped tar, told apart by their first bytes, whatever the name.
 *
 * <p>An archive is a stranger's: names that are absolute or climb out by {@code ..}, links that
 * lead out, names that stand twice and sizes beyond the limits are refused before anything of
 * theirs is written. Links that stay inside, and devices, are passed over with a warning.
 */
public final class Archive {
  private static final int MAGIC = 2;

  private Archive() {}

  /**
   * What came out.
   *
   * @param files number of files
   * @param bytes in all of them
   * @param warnings what was passed over, and why
   */
  public record Unpacked(long files, long bytes, List<String> warnings) {}

  /**
   * Unpacks into a folder, which is made where it is missing. After an error the folder holds a
   * part of the archive; callers unpack into a temporary one and move it.
   *
   * @throws AuricleException if it is no such archive, is damaged, or holds what is refused; names
   *     the entry
   */
  public static Unpacked unpack(Path archive, Path folder, Limits limits) {
    Destination destination = new Destination(archive, folder, limits);
    try {
      Files.createDirectories(folder);
      byte[] magic = firstBytes(archive);
      if (Arrays.equals(magic, new byte[] {'P', 'K'})) {
        ZipEntries.unpack(archive, destination);
      } else {
        boolean gzipped = magic.length == MAGIC && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive), 1 << 16)) {
          TarEntries.unpack(gzipped ? new GZIPInputStream(in, 1 << 16) : in, destination);
        }
      }
    } catch (EOFException e) {
      throw new AuricleException(archive + " is cut off; fetch it again", e);
    } catch (ZipException e) {
      throw new AuricleException(archive + " is damaged: " + Trouble.said(e), e);
    } catch (NoSuchFileException e) {
      throw new AuricleException("no such file: " + e.getFile(), e);
    } catch (IOException e) {
      throw new AuricleException("cannot unpack " + archive + ": " + Trouble.said(e), e);
    }
    return destination.unpacked();
  }

  private static byte[] firstBytes(Path archive) throws IOException {
    try (InputStream in = Files.newInputStream(archive)) {
      return in.readNBytes(MAGIC);
    }
  }
}
