package dev.auricle.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where a sound's bytes come from. */
interface ByteSource extends AutoCloseable {
  /** Answer of {@link #size} where the length is unknown. */
  long UNKNOWN = -1;

  /** Fills what it can of the buffer; returns the number of bytes, or -1 at the end. */
  int read(ByteBuffer into) throws IOException;

  /** Whether {@link #seek} works. */
  boolean seekable();

  void seek(long position) throws IOException;

  long position() throws IOException;

  /** Length in bytes, or {@link #UNKNOWN}. */
  long size() throws IOException;

  @Override
  void close() throws IOException;

  static ByteSource of(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    return new ByteSource() {
      @Override
      public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
      }

      @Override
      public boolean seekable() {
        return true;
      }

      @Override
      public void seek(long position) throws IOException {
        channel.position(position);
      }

      @Override
      public long position() throws IOException {
        return channel.position();
      }

      @Override
      public long size() throws IOException {
        return channel.size();
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }

  /** Reads forward only. Closing it leaves the stream open: that is its owner's. */
  static ByteSource of(InputStream stream) {
    return new ByteSource() {
      private long position;

      @Override
      public int read(ByteBuffer into) throws IOException {
        byte[] bytes = new byte[into.remaining()];
        int count = stream.read(bytes);
        if (count > 0) {
          into.put(bytes, 0, count);
          position += count;
        }
        return count;
      }

      @Override
      public boolean seekable() {
        return false;
      }

      @Override
      public void seek(long target) throws IOException {
        throw new IOException("a stream cannot go to byte " + target);
      }

      @Override
      public long position() {
        return position;
      }

      @Override
      public long size() {
        return UNKNOWN;
      }

      @Override
      public void close() {}
    };
  }
}
