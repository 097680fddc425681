package dev.auricle.app.server;

import dev.auricle.audio.AudioReader;
import dev.auricle.audio.ReadOptions;
import dev.auricle.runtime.Event;
import dev.auricle.runtime.detection.DetectionListener;
import dev.auricle.runtime.detection.DetectionStream;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One client's live sound: bytes in, messages out. PCM is pushed as it comes; anything else (Opus
 * in Ogg or WebM, say) is decoded by a thread of its own.
 *
 * <p>For one thread at a time.
 */
final class LiveStream implements AutoCloseable {
  private static final int PIPE = 1 << 18;
  private static final int CHUNK = 1 << 12;
  private static final float FULL_SCALE = 32768;

  /** How the samples come. */
  enum Coding {
    /** 16-bit little-endian mono samples. */
    S16LE(2),
    /** 32-bit little-endian mono floats in [-1, 1]. */
    F32LE(4),
    /** A file or stream of any format that is decoded, such as Opus in Ogg or WebM. */
    ENCODED(1);

    private final int bytes;

    Coding(int bytes) {
      this.bytes = bytes;
    }
  }

  private final ServedBundle.Lease bundle;
  private final Coding coding;
  private final int rate;
  private final double mostSeconds;
  private final Consumer<String> send;
  private final DetectionStream stream;
  private final @Nullable PipedOutputStream pipe;
  private final @Nullable Thread decoder;
  private volatile @Nullable Problem failure;

  private final AtomicLong samples = new AtomicLong();

  private byte[] rest = new byte[0];
  private boolean ended;
  private boolean closed;

  /**
   * Opens a stream.
   *
   * @param rate of PCM in Hz; for encoded sound its own counts
   * @param send takes messages, see {@link StreamMessages}
   */
  LiveStream(
      ServedBundle.Lease bundle,
      Coding coding,
      int rate,
      double mostSeconds,
      Consumer<String> send) {
    this.bundle = bundle;
    this.coding = coding;
    this.rate =
        coding == Coding.ENCODED ? bundle.classifier().bundle().preparation().sampleRate() : rate;
    this.mostSeconds = mostSeconds;
    this.send = send;
    List<String> labels = bundle.classifier().bundle().labels();
    this.stream =
        bundle
            .detector()
            .openLive(
                this.rate,
                new DetectionListener() {
                  @Override
                  public void event(Event event) {
                    send.accept(StreamMessages.eventMessage(event));
                  }

                  @Override
                  public void heard(double start, double end, float[] probabilities) {
                    send.accept(StreamMessages.heardMessage(start, end, labels, probabilities));
                  }
                });
    if (coding == Coding.ENCODED) {
      PipedInputStream in = new PipedInputStream(PIPE);
      try {
        pipe = new PipedOutputStream(in);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      decoder = new Thread(() -> decode(in), "auricle-live");
      decoder.setDaemon(true);
      decoder.start();
    } else {
      pipe = null;
      decoder = null;
    }
  }

  private void decode(PipedInputStream in) {
    try (in;
        AudioReader reader =
            AudioReader.open(in, "the stream", ReadOptions.atRate(rate).atMost(mostSeconds))) {
      float[] chunk = new float[CHUNK];
      int count;
      while ((count = reader.read(chunk, 0, CHUNK)) > 0) {
        stream.push(chunk, 0, count);
        samples.addAndGet(count);
      }
    } catch (AuricleException e) {
      failure = Problem.unreadable(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      failure = Problem.unreadable("the stream broke off: " + e.getMessage());
    }
  }

  /**
   * Takes the next bytes; those behind the end are left out.
   *
   * @throws Problem if they cannot be decoded, or the stream has become too long
   */
  void accept(ByteBuffer bytes) {
    if (ended) {
      return;
    }
    PipedOutputStream out = pipe;
    if (out == null) {
      push(bytes);
      return;
    }
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    try {
      out.write(copy);
      out.flush();
    } catch (IOException e) {
      // The decoder has given up; it has said why.
    }
    raise();
  }

  private void push(ByteBuffer bytes) {
    byte[] all = new byte[rest.length + bytes.remaining()];
    System.arraycopy(rest, 0, all, 0, rest.length);
    bytes.get(all, rest.length, bytes.remaining());
    int count = all.length / coding.bytes;
    ByteBuffer data = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = coding == Coding.S16LE ? data.getShort() / FULL_SCALE : data.getFloat();
    }
    rest = java.util.Arrays.copyOfRange(all, count * coding.bytes, all.length);
    if (samples.addAndGet(count) / (double) rate > mostSeconds) {
      throw Problem.tooLarge("a stream may last " + mostSeconds + " s; open a new one");
    }
    try {
      stream.push(values);
    } catch (AuricleException e) {
      throw Problem.unreadable(String.valueOf(e.getMessage()));
    }
  }

  /** Ends the sound and sends what is left of it; a second end does nothing. */
  void finish() {
    if (ended) {
      return;
    }
    ended = true;
    join();
    raise();
    stream.finish();
    send.accept(StreamMessages.endMessage(samples.get() / (double) rate));
  }

  private void raise() {
    Problem problem = failure;
    if (problem != null) {
      throw problem;
    }
  }

  private void join() {
    try {
      if (pipe != null) {
        pipe.close();
      }
      if (decoder != null) {
        decoder.join();
      }
    } catch (IOException e) {
      // Nobody reads any more.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      join();
      stream.close();
      bundle.close();
    }
  }
}
