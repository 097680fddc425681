package dev.auricle.audio.fetch;

import dev.auricle.audio.files.WholeFile;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a download, {@code NAME.part}, and beside it {@code NAME.part.from}: the address
 * and what names the version there, so that the rest of another version is never glued to it.
 * Locked while open: one process writes it at a time.
 */
final class PartFile implements AutoCloseable {
  private final Path target;
  private final Path part;
  private final Path from;
  private final FileChannel channel;

  private PartFile(Path target, Path part, FileChannel channel) {
    this.target = target;
    this.part = part;
    this.from = part.resolveSibling(part.getFileName() + ".from");
    this.channel = channel;
  }

  static PartFile open(Path target) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(channel)) {
      channel.close();
      throw new AuricleException(
          part + " is being downloaded by another process; wait for it, or stop it");
    }
    channel.position(channel.size());
    return new PartFile(target, part, channel);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      // Of a byte that is never there: on Windows nobody could read a locked one, to check the
      // file.
      FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  Path path() {
    return part;
  }

  long size() throws IOException {
    return channel.size();
  }

  /** Free bytes on its disk. */
  long room() throws IOException {
    return Files.getFileStore(part).getUsableSpace();
  }

  void append(byte[] bytes, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** Throws away what is there. */
  void restart() throws IOException {
    channel.truncate(0);
    channel.position(0);
    Files.deleteIfExists(from);
  }

  /** Notes which version the bytes that follow are of. */
  void startedFrom(URI address, @Nullable String validator) throws IOException {
    Files.write(from, List.of(address.toString(), validator == null ? "" : validator));
  }

  /** What names the version that is there in part; null if unknown, or from another address. */
  @Nullable String validator(URI address) throws IOException {
    if (!Files.exists(from)) {
      return null;
    }
    List<String> lines = Files.readAllLines(from);
    boolean usable = lines.size() == 2 && lines.get(0).equals(address.toString());
    return usable && !lines.get(1).isEmpty() ? lines.get(1) : null;
  }

  /** Gives the whole file its name. */
  void finish() throws IOException {
    channel.force(true);
    channel.close();
    WholeFile.move(part, target);
    Files.deleteIfExists(from);
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      boolean empty = channel.size() == 0;
      channel.close();
      if (empty) {
        Files.deleteIfExists(part);
        Files.deleteIfExists(from);
      }
    }
  }
}
