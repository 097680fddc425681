package dev.auricle.audio;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** A file in memory, for sounds that come or go as bytes. */
final class MemoryChannel implements SeekableByteChannel {
  private byte[] bytes;
  private int size;
  private int position;

  /** An empty one, to write. */
  MemoryChannel() {
    bytes = new byte[1 << 12];
  }

  /** One that holds these bytes, to read; they are not copied. */
  MemoryChannel(byte[] bytes) {
    this.bytes = bytes;
    size = bytes.length;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  @Override
  public int read(ByteBuffer into) {
    if (position >= size) {
      return -1;
    }
    int count = Math.min(into.remaining(), size - position);
    into.put(bytes, position, count);
    position += count;
    return count;
  }

  @Override
  public int write(ByteBuffer from) {
    int count = from.remaining();
    int end = Math.addExact(position, count);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, (int) Math.min(2L * bytes.length, 1 << 30)));
    }
    from.get(bytes, position, count);
    position = end;
    size = Math.max(size, end);
    return count;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long target) {
    // Beyond 2 GB there is nothing to read, and writing fails above.
    position = (int) Math.min(target, Integer.MAX_VALUE);
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public SeekableByteChannel truncate(long length) {
    size = (int) Math.min(size, length);
    position = Math.min(position, size);
    return this;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
