package dev.auricle.learn.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes one {@link Pack}, which others see once it is sealed. Gives up quietly. */
final class PackWriter {
  static final String UNFINISHED = ".part";

  private final Path space;
  private final long mostBytes;
  private final Set<String> keys = new HashSet<>();
  private @Nullable Path file;
  private @Nullable FileChannel channel;
  private long written;
  private boolean stopped;

  /**
   * A writer that makes no file before the first value.
   *
   * @param mostBytes of the pack: what is put beyond is not kept
   */
  PackWriter(Path space, long mostBytes) {
    this.space = space;
    this.mostBytes = mostBytes;
  }

  synchronized void add(String key, byte[] value) {
    int size = Pack.HEAD + value.length;
    if (stopped || written + size > mostBytes || !keys.add(key)) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.allocate(size);
    bytes.put(HexFormat.of().parseHex(key)).putInt(value.length).putInt(Pack.crc(value));
    bytes.put(value).flip();
    try {
      FileChannel out = channel == null ? create() : channel;
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      written += size;
    } catch (IOException e) {
      stopped = true;
    }
  }

  private FileChannel create() throws IOException {
    Files.createDirectories(space);
    Path made = space.resolve(UUID.randomUUID() + UNFINISHED);
    FileChannel out =
        FileChannel.open(made, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    file = made;
    channel = out;
    return out;
  }

  /** Gives the pack its name; false if nothing was written. */
  synchronized boolean seal() {
    stopped = true;
    if (channel == null || file == null) {
      return false;
    }
    try {
      channel.close();
      String name = file.getFileName().toString().replace(UNFINISHED, Pack.SUFFIX);
      Files.move(file, file.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException e) {
      return false;
    } finally {
      channel = null;
    }
  }
}
