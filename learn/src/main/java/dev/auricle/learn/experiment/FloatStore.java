package dev.auricle.learn.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Float arrays in a temporary file, so that a corpus of any size trains in flat memory; the
 * system's page cache keeps what fits. Each slot is written once. Thread-safe.
 */
final class FloatStore implements AutoCloseable {
  private static final int EMPTY = -1;
  private static final int LOCKS = 64;

  /** Values written at once: the bytes of a long clip do not fit into one array. */
  private static final int PIECE = 1 << 20;

  private final FileChannel channel;
  private final AtomicLong end = new AtomicLong();
  private final long[] offsets;
  private final AtomicIntegerArray lengths;

  /** One thread makes what a slot holds; others that want it wait. */
  private final Object[] locks = new Object[LOCKS];

  /** A store with {@code slots} empty slots. */
  FloatStore(int slots) {
    offsets = new long[slots];
    lengths = new AtomicIntegerArray(IntStream.range(0, slots).map(i -> EMPTY).toArray());
    Arrays.setAll(locks, i -> new Object());
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
    long offset = end.getAndAdd((long) values.length * Float.BYTES);
    ByteBuffer bytes = buffer(values.length);
    try {
      for (int from = 0; from < values.length; from += PIECE) {
        int length = Math.min(PIECE, values.length - from);
        bytes.clear().limit(length * Float.BYTES);
        bytes.asFloatBuffer().put(values, from, length);
        for (long at = offset + (long) from * Float.BYTES; bytes.hasRemaining(); ) {
          at += channel.write(bytes, at);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing prepared clips to the temporary folder failed", e);
    }
    offsets[slot] = offset;
    lengths.set(slot, values.length);
  }

  boolean has(int slot) {
    return lengths.get(slot) != EMPTY;
  }

  /** What a slot holds, made first if it is empty. */
  float[] get(int slot, Supplier<float[]> make) {
    if (!has(slot)) {
      synchronized (locks[slot % LOCKS]) {
        if (!has(slot)) {
          float[] made = make.get();
          put(slot, made);
          return made;
        }
      }
    }
    return get(slot);
  }

  float[] get(int slot) {
    float[] values = new float[lengths.get(slot)];
    ByteBuffer bytes = buffer(values.length);
    try {
      for (int from = 0; from < values.length; from += PIECE) {
        int length = Math.min(PIECE, values.length - from);
        bytes.clear().limit(length * Float.BYTES);
        read(bytes, offsets[slot] + (long) from * Float.BYTES);
        bytes.flip().asFloatBuffer().get(values, from, length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading prepared clips back failed", e);
    }
    return values;
  }

  private void read(ByteBuffer bytes, long from) throws IOException {
    for (long at = from; bytes.hasRemaining(); ) {
      int n = channel.read(bytes, at);
      if (n < 0) {
        throw new IOException("the temporary file ends too soon");
      }
      at += n;
    }
  }

  private static ByteBuffer buffer(int values) {
    return ByteBuffer.allocate(Math.min(values, PIECE) * Float.BYTES)
        .order(ByteOrder.nativeOrder());
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
