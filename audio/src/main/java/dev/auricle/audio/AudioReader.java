package dev.auricle.audio;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;

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

  private final FrameSamples frames;
  private final int sampleRate;

  private float[] ready = new float[0];
  private int readyFrom;
  private int readyTo;

  private AudioReader(ByteSource source, String name, ReadOptions options) {
    frames = new FrameSamples(source, name, options);
    sampleRate = options.sampleRate() == NATIVE_RATE ? frames.sampleRate() : options.sampleRate();
    if (sampleRate != frames.sampleRate()) {
      RateChange change = new RateChange(frames.sampleRate(), sampleRate);
      int count;
      while ((count = frames.next()) > 0) {
        change.add(frames.samples(), count);
      }
      ready = change.finish();
      readyTo = ready.length;
    }
  }

  /** Opens a file; samples come at {@code sampleRate} Hz, or as stored for {@link #NATIVE_RATE}. */
  public static AudioReader open(Path file, int sampleRate) {
    return open(file, ReadOptions.atRate(sampleRate));
  }

  /** Opens a file; the path {@code -} is standard input. */
  public static AudioReader open(Path file, ReadOptions options) {
    if (file.toString().equals("-")) {
      return open(System.in, "standard input", options);
    }
    return new AudioReader(Unreadable.openFile(file), file.toString(), options);
  }

  /** Opens a stream; {@code name} stands in error messages. The caller closes the stream. */
  public static AudioReader open(InputStream stream, String name, int sampleRate) {
    return open(stream, name, ReadOptions.atRate(sampleRate));
  }

  /** Opens a stream; {@code name} stands in error messages. The caller closes the stream. */
  public static AudioReader open(InputStream stream, String name, ReadOptions options) {
    return new AudioReader(ByteSource.of(stream), name, options);
  }

  /** Reads a whole file, mono by the mean of its channels. */
  public static AudioClip read(Path file, int sampleRate) {
    return read(file, ReadOptions.atRate(sampleRate));
  }

  /** Reads the stretch from {@code startSeconds} to {@code endSeconds} (infinite: to the end). */
  public static AudioClip read(Path file, int sampleRate, double startSeconds, double endSeconds) {
    return read(file, ReadOptions.atRate(sampleRate).stretch(startSeconds, endSeconds));
  }

  /** Reads a file as the options say. */
  public static AudioClip read(Path file, ReadOptions options) {
    try (AudioReader reader = open(file, options)) {
      return reader.readAll();
    }
  }

  /** Reads the header alone. */
  public static AudioInfo probe(Path file) {
    try (Container container = new Container(Unreadable.openFile(file), file.toString())) {
      return container.info();
    }
  }

  public AudioInfo info() {
    return frames.info();
  }

  /** Rate of the samples that {@link #read} gives, in Hz. */
  public int sampleRate() {
    return sampleRate;
  }

  /** Reads what is left as one clip. */
  public AudioClip readAll() {
    float[] all = new float[Math.max(sampleRate, 1)];
    int length = 0;
    int count;
    while ((count = read(all, length, all.length - length)) > 0) {
      length += count;
      if (length == all.length) {
        all = Arrays.copyOf(all, 2 * length);
      }
    }
    return new AudioClip(Arrays.copyOf(all, length), sampleRate);
  }

  /**
   * Fills {@code buffer[offset, offset + length)} as far as there is sound.
   *
   * @return how many samples were written (at least 1), or -1 at the end
   */
  public int read(float[] buffer, int offset, int length) {
    int written = 0;
    while (written < length) {
      if (readyFrom == readyTo && !refill()) {
        break;
      }
      int count = Math.min(length - written, readyTo - readyFrom);
      System.arraycopy(ready, readyFrom, buffer, offset + written, count);
      readyFrom += count;
      written += count;
    }
    return written == 0 ? -1 : written;
  }

  private boolean refill() {
    int count = frames.next();
    ready = frames.samples();
    readyFrom = 0;
    readyTo = Math.max(count, 0);
    return count > 0;
  }

  @Override
  public void close() {
    frames.close();
  }
}
