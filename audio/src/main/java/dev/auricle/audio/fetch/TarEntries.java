package dev.auricle.audio.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Entries of a tar archive, with the long names of GNU tar and of pax. */
final class TarEntries {
  private static final int LONGEST_TEXT = 1 << 20;

  private final InputStream in;
  private final Destination destination;

  /** What special entries say of the next: path, linkpath, size. */
  private final Map<String, String> ahead = new HashMap<>();

  private TarEntries(InputStream in, Destination destination) {
    this.in = in;
    this.destination = destination;
  }

  static void unpack(InputStream in, Destination destination) throws IOException {
    new TarEntries(in, destination).unpack();
  }

  private void unpack() throws IOException {
    byte[] block = in.readNBytes(TarHeader.BLOCK);
    if (block.length < TarHeader.BLOCK) {
      throw new IOException("not a ZIP, and not a tar archive either");
    }
    while (block.length == TarHeader.BLOCK && !TarHeader.isZero(block)) {
      entry(TarHeader.parse(block));
      block = in.readNBytes(TarHeader.BLOCK);
    }
    if (block.length > 0 && block.length < TarHeader.BLOCK) {
      throw new EOFException();
    }
    in.transferTo(OutputStream.nullOutputStream()); // to gzip's sum, which stands last
  }

  private void entry(TarHeader header) throws IOException {
    switch (header.type()) {
      case 'L' -> ahead.put("path", zeroEnded(text(header)));
      case 'K' -> ahead.put("linkpath", zeroEnded(text(header)));
      case 'x' -> pax(text(header));
      case 'g' -> text(header);
      default -> {
        content(header);
        ahead.clear();
      }
    }
  }

  private void content(TarHeader header) throws IOException {
    String name = ahead.getOrDefault("path", header.name());
    long size = size(header);
    Content content = new Content(in, size);
    switch (header.type()) {
      case '0', '\0', '7' -> {
        if (name.endsWith("/")) {
          destination.folder(name); // how archives from before ustar name folders
        } else {
          destination.file(name, content);
        }
      }
      case '5' -> destination.folder(name);
      case '1', '2' ->
          destination.link(
              name, ahead.getOrDefault("linkpath", header.link()), header.type() == '2');
      default -> destination.skip(name, "an entry of type '" + header.type() + "'");
    }
    content.skipRest();
    in.skipNBytes(padding(size));
  }

  private long size(TarHeader header) throws IOException {
    try {
      String stated = ahead.get("size");
      return stated == null ? header.size() : Math.max(0, Long.parseLong(stated));
    } catch (NumberFormatException e) {
      throw new IOException("a pax header states a size that is no number", e);
    }
  }

  private String text(TarHeader header) throws IOException {
    if (header.size() > LONGEST_TEXT) {
      throw new IOException("a name of " + header.size() + " bytes");
    }
    byte[] bytes = in.readNBytes((int) header.size());
    if (bytes.length < header.size()) {
      throw new EOFException();
    }
    in.skipNBytes(padding(header.size()));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Records {@code LENGTH KEY=VALUE\n}, the length in bytes. */
  private void pax(String records) throws IOException {
    byte[] bytes = records.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < bytes.length; ) {
      String rest = new String(bytes, at, bytes.length - at, StandardCharsets.UTF_8);
      int space = rest.indexOf(' ');
      int equals = rest.indexOf('=');
      if (space < 1 || space > 7 || equals < space || !rest.substring(0, space).matches("\\d+")) {
        throw new IOException("a broken pax header");
      }
      int length = Integer.parseInt(rest.substring(0, space));
      if (length <= equals || length > bytes.length - at) {
        throw new IOException("a broken pax header");
      }
      String record = new String(bytes, at, length - 1, StandardCharsets.UTF_8);
      ahead.put(record.substring(space + 1, equals), record.substring(equals + 1));
      at += length;
    }
  }

  private static String zeroEnded(String text) {
    int zero = text.indexOf('\0');
    return zero < 0 ? text : text.substring(0, zero);
  }

  private static long padding(long size) {
    return (TarHeader.BLOCK - size % TarHeader.BLOCK) % TarHeader.BLOCK;
  }

  /** The bytes of one entry; an end before them is an error. */
  private static final class Content extends InputStream {
    private final InputStream in;
    private long left;

    Content(InputStream in, long size) {
      this.in = in;
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int n = in.read(bytes, from, (int) Math.min(length, left));
      if (n < 0) {
        throw new EOFException();
      }
      left -= n;
      return n;
    }

    void skipRest() throws IOException {
      in.skipNBytes(left);
      left = 0;
    }
  }
}
