package dev.auricle.learn.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A file of values: for each, the key's 32 bytes, its length and its CRC-32 (big-endian), and the
 * value itself. Thread-safe for reading.
 */
final class Pack implements AutoCloseable {
  static final String SUFFIX = ".pack";
  static final int HEAD = 32 + Integer.BYTES + Integer.BYTES;

  private record Place(long offset, int length, int crc) {}

  private final Map<String, Place> places = new HashMap<>();
  private final FileChannel channel;

  private Pack(FileChannel channel) throws IOException {
    this.channel = channel;
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    byte[] key = new byte[32];
    long size = channel.size();
    for (long at = 0; at + HEAD <= size; ) {
      fill(head.clear(), at);
      head.flip().get(key);
      Place place = new Place(at + HEAD, head.getInt(), head.getInt());
      if (place.length < 0 || place.offset + place.length > size) {
        return; // Cut off or damaged: what stands before it is good.
      }
      places.put(HexFormat.of().formatHex(key), place);
      at = place.offset + place.length;
    }
  }

  static boolean named(Path file) {
    return file.toString().endsWith(SUFFIX);
  }

  /** The pack in a file, marked as used now; none if it cannot be read. */
  static List<Pack> open(Path file) {
    try {
      Pack pack = new Pack(FileChannel.open(file, StandardOpenOption.READ));
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return List.of(pack);
    } catch (IOException e) {
      return List.of();
    }
  }

  static int crc(byte[] value) {
    CRC32 crc = new CRC32();
    crc.update(value);
    return (int) crc.getValue();
  }

  /** Null if the key is not here, or its value is damaged. */
  byte @Nullable [] get(String key) {
    Place place = places.get(key);
    if (place == null) {
      return null;
    }
    byte[] value = new byte[place.length];
    try {
      fill(ByteBuffer.wrap(value), place.offset);
    } catch (IOException e) {
      return null;
    }
    return crc(value) == place.crc ? value : null;
  }

  private void fill(ByteBuffer buffer, long offset) throws IOException {
    for (long at = offset; buffer.hasRemaining(); ) {
      int n = channel.read(buffer, at);
      if (n < 0) {
        throw new IOException("ends too soon");
      }
      at += n;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // It was only read.
    }
  }
}
