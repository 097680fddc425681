package dev.auricle.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Tar archives that tests make, good and hostile, written without the code under test. */
public final class Tar {
  private static final int BLOCK = 512;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public Tar folder(String name) {
    return entry(name, '5', "");
  }

  public Tar file(String name, String content) {
    return entry(name, '0', content);
  }

  public Tar link(String name, String target, boolean symbolic) {
    header(name, symbolic ? '2' : '1', 0, target);
    return this;
  }

  /** An entry of any type. */
  public Tar entry(String name, char type, String content) {
    byte[] data = content.getBytes(StandardCharsets.UTF_8);
    header(name, type, data.length, "");
    bytes.writeBytes(data);
    bytes.writeBytes(new byte[(BLOCK - data.length % BLOCK) % BLOCK]);
    return this;
  }

  /** A file whose name stands in an entry of its own before it, as GNU tar writes them. */
  public Tar gnuLongName(String name, String content) {
    return entry("././@LongLink", 'L', name + "\0").file("cut off", content);
  }

  /** A file whose name stands in a pax header. */
  public Tar paxPath(String name, String content) {
    int length = (" path=" + name + "\n").getBytes(StandardCharsets.UTF_8).length;
    int digits = String.valueOf(length + 3).length();
    String record = length + digits + " path=" + name + "\n";
    return entry("PaxHeader", 'x', record).file("cut off", content);
  }

  public Path write(Path file, boolean gzipped) throws IOException {
    try (OutputStream plain = Files.newOutputStream(file);
        OutputStream out = gzipped ? new GZIPOutputStream(plain) : plain) {
      bytes.writeTo(out);
      out.write(new byte[2 * BLOCK]);
    }
    return file;
  }

  private void header(String name, char type, int size, String link) {
    byte[] block = new byte[BLOCK];
    put(block, 0, name);
    put(block, 100, "0000644\0");
    put(block, 124, String.format(Locale.ROOT, "%011o\0", size));
    put(block, 136, "00000000000\0");
    put(block, 148, "        ");
    block[156] = (byte) type;
    put(block, 157, link);
    put(block, 257, "ustar\00000");
    int sum = 0;
    for (byte b : block) {
      sum += b & 0xff;
    }
    put(block, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
    bytes.writeBytes(block);
  }

  private static void put(byte[] block, int at, String text) {
    byte[] data = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(data, 0, block, at, data.length);
  }
}
