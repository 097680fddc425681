package dev.auricle.audio;

import java.io.InputStream;
import java.nio.file.Path;

/**
 * Decodes one sound, whole or in chunks, to mono samples at the rate asked for.
 *
 * <p>Holds native memory: use it in try-with-resources. Not thread-safe; use one reader a thread.
 * Whatever is wrong with a file comes as an {@link dev.auricle.signal.AuricleException} that names
 * it.
 */
public final class AudioReader implements AutoCloseable {
  /** Asks for the rate the file is stored at. */
  public static final int NATIVE_RATE = 0;

  private AudioReader() {}

  /** Opens a file; samples come at {@code sampleRate} Hz, or as stored for {@link #NATIVE_RATE}. */
  public static AudioReader open(Path file, int sampleRate) {
    throw new UnsupportedOperationException();
  }

  /** Opens a stream; {@code name} stands in error messages. The caller closes the stream. */
  public static AudioReader open(InputStream stream, String name, int sampleRate) {
    throw new UnsupportedOperationException();
  }

  /** Reads a whole file, mono by the mean of its channels. */
  public static AudioClip read(Path file, int sampleRate) {
    throw new UnsupportedOperationException();
  }

  /** Reads the stretch from {@code startSeconds} to {@code endSeconds} (infinite: to the end). */
  public static AudioClip read(Path file, int sampleRate, double startSeconds, double endSeconds) {
    throw new UnsupportedOperationException();
  }

  /** Reads the header alone. */
  public static AudioInfo probe(Path file) {
    throw new UnsupportedOperationException();
  }

  public AudioInfo info() {
    throw new UnsupportedOperationException();
  }

  /** Rate of the samples that {@link #read} gives, in Hz. */
  public int sampleRate() {
    throw new UnsupportedOperationException();
  }

  /**
   * Fills {@code buffer[offset, offset + length)} as far as there is sound.
   *
   * @return how many samples were written (at least 1), or -1 at the end
   */
  public int read(float[] buffer, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
