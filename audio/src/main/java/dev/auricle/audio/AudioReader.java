package dev.auricle.audio;

import dev.auricle.signal.Resampler;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decodes one sound, whole or in chunks, to mono samples at the rate asked for.
 *
 * <p>Holds native memory: use it in try-with-resources. Not thread-safe; use one reader a thread.
 * Whatever is wrong with a file comes as an {@link dev.auricle.signal.AuricleException} that names
 * it.
 */
public final class AudioReader implements SampleSource, AutoCloseable {
  /** Asks for the rate the file is stored at. */
  public static final int NATIVE_RATE = 0;

  private final Closeable source;
  private final String name;
  private final FrameSamples frames;
  private final int sampleRate;

  /** Samples that are resampled at a time, or a frame more. */
  private static final int GATHERED = 1 << 15;

  /** Room made at once for what a header promises. */
  private static final int MOST_EXPECTED = 1 << 20;

  private final @Nullable Resampler resampler;
  private final BooleanSupplier more;
  private float[] gathered = new float[0];
  private boolean decoded;

  private float[] ready = new float[0];
  private int readyFrom;
  private int readyTo;
  private boolean ended;
  private boolean closed;

  private AudioReader(ReadableByteChannel source, String name, ReadOptions options) {
    this(source, name, options, () -> true);
  }

  /** {@code more} tells whether decoding on will not wait for somebody to send something. */
  private AudioReader(
      ReadableByteChannel source, String name, ReadOptions options, BooleanSupplier more) {
    this.source = source;
    this.more = more;
    this.name = name;
    @Nullable FrameSamples opened = null;
    try {
      opened = new FrameSamples(source, name, options);
      int stored = opened.sampleRate();
      sampleRate = options.sampleRate() == NATIVE_RATE ? stored : options.sampleRate();
      resampler = sampleRate == stored ? null : Limits.resampler(name, stored, sampleRate);
    } catch (RuntimeException | Error e) {
      if (opened != null) {
        opened.close();
      }
      closeSource();
      throw e;
    }
    frames = opened;
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

  /** Opens a file; {@code name} stands in error messages in place of its path. */
  public static AudioReader open(Path file, String name, ReadOptions options) {
    return new AudioReader(Unreadable.openFile(file), name, options);
  }

  /** Opens a stream; {@code name} stands in error messages. The caller closes the stream. */
  public static AudioReader open(InputStream stream, String name, int sampleRate) {
    return open(stream, name, ReadOptions.atRate(sampleRate));
  }

  /**
   * Opens a stream; {@code name} stands in error messages. The caller closes the stream. It is read
   * as it comes, but for MP4, M4A and CAF: they may keep their table of contents at the end, so
   * they are copied to a temporary file first.
   */
  public static AudioReader open(InputStream stream, String name, ReadOptions options) {
    return new AudioReader(
        StreamSource.of(stream, name), name, options, () -> StreamSource.isReady(stream));
  }

  /** Opens the bytes of a sound file; {@code name} stands in error messages. */
  public static AudioReader open(byte[] bytes, String name, ReadOptions options) {
    return new AudioReader(new MemoryChannel(bytes), name, options);
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
    try (ReadableByteChannel source = Unreadable.openFile(file);
        Container container = new Container(source, file.toString())) {
      return container.info();
    } catch (IOException e) {
      throw Unreadable.broken(file.toString(), e);
    }
  }

  /** What the sound is; its rate and channels as its first samples show them. */
  public AudioInfo info() {
    return frames.info();
  }

  /** Rate of the samples that {@link #read} gives, in Hz. */
  public int sampleRate() {
    return sampleRate;
  }

  /**
   * What was wrong with the sound and passed over so far, such as damaged packets; empty for a
   * sound without fault. Can be asked of a closed reader, too.
   */
  public List<String> warnings() {
    return frames.warnings();
  }

  /** Reads what is left as one clip; a sound too long for memory is refused. */
  public AudioClip readAll() {
    int most = Limits.mostSamplesAtOnce();
    float[] all = new float[(int) Math.min(most, expected())];
    int length = 0;
    int count;
    while ((count = read(all, length, all.length - length)) > 0) {
      length += count;
      if (length == most) {
        throw Unreadable.tooLong(
            name, most / (double) sampleRate, "read it in chunks, or give Java more memory (-Xmx)");
      }
      if (length == all.length) {
        all = Arrays.copyOf(all, (int) Math.min(most, 2L * length));
      }
    }
    return new AudioClip(length == all.length ? all : Arrays.copyOf(all, length), sampleRate);
  }

  /** Samples to make room for: as many as the header says, if that is believable. */
  private long expected() {
    long promised = Math.round(info().seconds() * sampleRate) + 1;
    return Math.min(Math.max(promised, 1 << 12), MOST_EXPECTED);
  }

  /**
   * Fills {@code buffer[offset, offset + length)} as far as there is sound.
   *
   * @return how many samples were written (at least 1), or -1 at the end
   */
  @Override
  public int read(float[] buffer, int offset, int length) {
    if (closed) {
      throw new IllegalStateException("the reader of " + name + " is closed");
    }
    int written = 0;
    while (written < length && (readyFrom < readyTo || refill())) {
      int count = Math.min(length - written, readyTo - readyFrom);
      System.arraycopy(ready, readyFrom, buffer, offset + written, count);
      readyFrom += count;
      written += count;
    }
    return written == 0 ? -1 : written;
  }

  /** Gets the next samples ready; false at the end. */
  private boolean refill() {
    readyFrom = 0;
    readyTo = 0;
    while (readyTo == 0 && !ended) {
      if (resampler == null) {
        int count = frames.next();
        ended = count < 0;
        ready = frames.samples();
        readyTo = Math.max(count, 0);
      } else {
        int count = gather();
        ended = count == 0;
        ready = ended ? resampler.flush() : resampler.process(gathered, 0, count);
        readyTo = ready.length;
      }
    }
    return readyTo > 0;
  }

  /**
   * Decodes until there is enough for the resampler to be quick, or a stream has no more yet; 0 at
   * the end.
   */
  private int gather() {
    int total = 0;
    while (!decoded && (total == 0 || (total < GATHERED && more.getAsBoolean()))) {
      int count = frames.next();
      if (count < 0) {
        decoded = true;
      } else {
        if (total + count > gathered.length) {
          gathered = Arrays.copyOf(gathered, Math.max(total + count, 2 * gathered.length));
        }
        System.arraycopy(frames.samples(), 0, gathered, total, count);
        total += count;
      }
    }
    return total;
  }

  private void closeSource() {
    try {
      source.close();
    } catch (IOException e) {
      // It was only read, so nothing is lost.
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      frames.close();
      closeSource();
    }
  }
}
