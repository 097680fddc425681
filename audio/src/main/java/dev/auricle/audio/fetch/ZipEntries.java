package dev.auricle.audio.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Entries of a ZIP. Links in one come out as small files with the link's text, which is harmless;
 * {@link ZipFile} does not check what it reads, so the CRC is checked here.
 */
final class ZipEntries {
  private ZipEntries() {}

  static void unpack(Path archive, Destination destination) throws IOException {
    try (ZipFile zip = open(archive)) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (entry.isDirectory()) {
          destination.folder(entry.getName());
        } else {
          file(zip, entry, destination);
        }
      }
    }
  }

  private static ZipFile open(Path archive) throws IOException {
    try {
      return new ZipFile(archive.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      // Names of old programs are in no stated encoding; this one reads any bytes.
      Charset anything = StandardCharsets.ISO_8859_1;
      return new ZipFile(archive.toFile(), anything);
    }
  }

  private static void file(ZipFile zip, ZipEntry entry, Destination destination)
      throws IOException {
    CRC32 crc = new CRC32();
    try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), crc)) {
      destination.file(entry.getName(), in);
    }
    if (entry.getCrc() >= 0 && entry.getCrc() != crc.getValue()) {
      throw new ZipException("the bytes of " + entry.getName() + " do not fit its CRC");
    }
  }
}
