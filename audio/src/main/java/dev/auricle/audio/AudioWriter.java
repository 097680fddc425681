package dev.auricle.audio;

import dev.auricle.audio.files.WholeFile;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Writes a sound, whole or in chunks of any length.
 *
 * <p>Samples go to a temporary file in the same folder, which takes the file's name on {@link
 * #finish}; a writer that is closed before leaves nothing behind.
 *
 * <pre>{@code
 * AudioWriter.write(clip, Path.of("clip.wav"));
 * byte[] forThePage = AudioWriter.encode(clip, AudioFormat.OPUS);
 * }</pre>
 */
public final class AudioWriter implements AutoCloseable {
  private final Path file;
  private final Path temporary;
  private final FileChannel channel;
  private final SampleSink sink;

  /** Whether {@link #finish} was called: encoders take nothing after their end. */
  private boolean ended;

  private boolean finished;
  private boolean closed;

  private AudioWriter(Path file, AudioFormat format, int sampleRate) throws IOException {
    this.file = file;
    temporary = WholeFile.temporaryFor(file);
    @Nullable FileChannel opened = null;
    @Nullable SampleSink made = null;
    try {
      opened = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      made = sink(opened, format, sampleRate);
    } finally {
      if (made == null) {
        if (opened != null) {
          opened.close();
        }
        Files.deleteIfExists(temporary);
      }
    }
    channel = opened;
    sink = made;
  }

  /** Starts a file; see {@link #write(float[], int, int)} and {@link #finish}. */
  public static AudioWriter open(Path file, AudioFormat format, int sampleRate) {
    if (sampleRate <= 0) {
      throw new IllegalArgumentException("sampleRate must be positive, found " + sampleRate);
    }
    try {
      return new AudioWriter(file, format, sampleRate);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  /** Writes a clip as its file's name asks for: see {@link AudioFormat#of}. */
  public static void write(AudioClip clip, Path file) {
    write(clip, file, AudioFormat.of(file));
  }

  /** Writes a clip. */
  public static void write(AudioClip clip, Path file, AudioFormat format) {
    try (AudioWriter writer = open(file, format, clip.sampleRate())) {
      writer.write(clip.samples(), 0, clip.samples().length);
      writer.finish();
    }
  }

  /** A clip as the bytes of a file. The same clip gives the same bytes. */
  public static byte[] encode(AudioClip clip, AudioFormat format) {
    MemoryChannel memory = new MemoryChannel();
    try (SampleSink sink = sink(memory, format, clip.sampleRate())) {
      sink.write(clip.samples(), 0, clip.samples().length);
      sink.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return memory.toByteArray();
  }

  private static SampleSink sink(SeekableByteChannel to, AudioFormat format, int sampleRate)
      throws IOException {
    return switch (format) {
      case WAV_16, WAV_24, WAV_FLOAT -> new WavSink(to, format, sampleRate);
      case FLAC_16, FLAC_24 -> new EncoderSink(to, format, sampleRate);
      case OPUS -> ResamplingSink.toOpusRate(to, sampleRate);
    };
  }

  /** Appends samples; NaN and infinities are an {@link IllegalArgumentException}. */
  public void write(float[] samples, int offset, int length) {
    requireOpen();
    for (int i = offset; i < offset + length; i++) {
      if (!Float.isFinite(samples[i])) {
        throw new IllegalArgumentException("samples must be finite, found " + samples[i]);
      }
    }
    try {
      sink.write(samples, offset, length);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  /** Completes the file and gives it its name, replacing one that was there; once. */
  public void finish() {
    requireOpen();
    ended = true;
    try {
      sink.finish();
      channel.close();
      WholeFile.move(temporary, file);
      finished = true;
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private void requireOpen() {
    if (closed || ended) {
      throw new IllegalStateException(
          "the writer of " + file + " is " + (closed ? "closed" : "finished"));
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    sink.close();
    if (finished) {
      return;
    }
    try {
      channel.close();
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private static AuricleException cannotWrite(Path file, IOException e) {
    if (Unreadable.isInterruption(e)) {
      return new AuricleException(
          "Writing " + file + " was interrupted, and nothing new was kept; write it again.", e);
    }
    return new AuricleException(
        "Cannot write " + file + " (" + e + "); check its folder, the rights and the room on disk.",
        e);
  }
}
