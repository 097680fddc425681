package dev.auricle.data.audit;

import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Sounds kept in a temporary file, 16 bits a sample re each sound's peak, so that a corpus is
 * compared in little memory (16 kB a second on disk). The file goes when the store is closed.
 * Thread-safe.
 */
final class SampleStore implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final long[] offsets;
  private final int[] lengths;
  private final float[] peaks;
  private long end;

  SampleStore(int sounds) {
    offsets = new long[sounds];
    lengths = new int[sounds];
    peaks = new float[sounds];
    try {
      file = Files.createTempFile("auricle-audit-", ".pcm");
      channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  void put(int index, float[] samples) {
    float peak = Float.MIN_NORMAL;
    for (float x : samples) {
      peak = Math.max(peak, Math.abs(x));
    }
    peaks[index] = peak;
    ByteBuffer bytes = buffer(samples.length);
    for (float x : samples) {
      bytes.putShort((short) Math.round(Short.MAX_VALUE * (x / peak)));
    }
    bytes.flip();
    try {
      long at = reserve(index, samples.length);
      while (bytes.hasRemaining()) {
        at += channel.write(bytes, at);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Samples in a sound. */
  int length(int index) {
    return lengths[index];
  }

  /** What a sample of 1 stood for before. */
  float peak(int index) {
    return peaks[index];
  }

  /** Reads {@code [from, to)} of a sound; its peak is 1. */
  float[] get(int index, int from, int to) {
    ByteBuffer bytes = buffer(to - from);
    try {
      long at = offsets[index] + 2L * from;
      while (bytes.hasRemaining()) {
        int count = channel.read(bytes, at);
        if (count < 0) {
          throw new IOException("the temporary file ended early");
        }
        at += count;
      }
    } catch (IOException e) {
      throw failed(e);
    }
    bytes.flip();
    float[] samples = new float[to - from];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = bytes.getShort() / (float) Short.MAX_VALUE;
    }
    return samples;
  }

  private synchronized long reserve(int index, int samples) {
    offsets[index] = end;
    lengths[index] = samples;
    end += 2L * samples;
    return offsets[index];
  }

  private static ByteBuffer buffer(int samples) {
    return ByteBuffer.allocate(2 * samples).order(ByteOrder.nativeOrder());
  }

  private static AuricleException failed(IOException e) {
    return new AuricleException(
        "cannot keep sounds in the temporary folder "
            + System.getProperty("java.io.tmpdir")
            + ": "
            + e.getMessage()
            + "; free space there, or name another by -Djava.io.tmpdir",
        e);
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
