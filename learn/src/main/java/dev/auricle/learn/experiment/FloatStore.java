package dev.auricle.learn.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Float arrays in a temporary file, so that a corpus of any size trains in flat memory; the
 * system's page cache keeps what fits. Each slot is written once; reading is thread-safe.
 */
final class FloatStore implements AutoCloseable {
  private final FileChannel channel;
  private final AtomicLong end = new AtomicLong();
  private final long[] offsets;
  private final int[] lengths;

  /** A store with {@code slots} empty slots. */
  FloatStore(int slots) {
    offsets = new long[slots];
    lengths = new int[slots];
    try {
      Path file = Files.createTempFile("auricle-", ".floats");
      channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary file for prepared clips", e);
    }
  }

  void put(int slot, float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.nativeOrder());
    bytes.asFloatBuffer().put(values);
    long offset = end.getAndAdd(bytes.capacity());
    try {
      for (long at = offset; bytes.hasRemaining(); ) {
        at += channel.write(bytes, at);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing prepared clips to the temporary folder failed", e);
    }
    offsets[slot] = offset;
    lengths[slot] = values.length;
  }

  float[] get(int slot) {
    ByteBuffer bytes =
        ByteBuffer.allocate(lengths[slot] * Float.BYTES).order(ByteOrder.nativeOrder());
    try {
      for (long at = offsets[slot]; bytes.hasRemaining(); ) {
        int n = channel.read(bytes, at);
        if (n < 0) {
          throw new IOException("the temporary file ends too soon");
        }
        at += n;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading prepared clips back failed", e);
    }
    float[] values = new float[lengths[slot]];
    bytes.flip().asFloatBuffer();
    bytes.asFloatBuffer().get(values);
    return values;
  }

  int length(int slot) {
    return lengths[slot];
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
