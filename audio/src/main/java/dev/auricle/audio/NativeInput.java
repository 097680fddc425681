package dev.auricle.audio;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FORCE;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Lets FFmpeg read a {@link ByteSource}.
 *
 * <p>Files too are read from Java, so that names in any script work in any locale, and a playlist
 * posing as a sound cannot make FFmpeg open other files or addresses.
 */
final class NativeInput implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int HEAD_BYTES = 256;

  /** JavaCPP has room for ten callbacks of a kind, so all inputs share one and differ by number. */
  private static final Map<Long, NativeInput> OPEN = new ConcurrentHashMap<>();

  private static final AtomicLong NEXT = new AtomicLong(1);
  private static final Reading READ = new Reading();
  private static final Seeking SEEK = new Seeking();

  private final ByteSource source;
  private final long number = NEXT.getAndIncrement();
  private final AVIOContext context;

  /** The first bytes, to say what a file is that proves to be no sound. */
  private byte[] head = new byte[0];

  private @Nullable Throwable failure;

  NativeInput(ByteSource source) {
    Natives.load();
    this.source = source;
    OPEN.put(number, this);
    BytePointer buffer = new BytePointer(av_malloc(BUFFER_BYTES));
    context =
        avio_alloc_context(
            buffer,
            BUFFER_BYTES,
            0,
            new Number(number),
            READ,
            null,
            source.seekable() ? SEEK : null);
    if (!source.seekable()) {
      context.seekable(0);
    }
  }

  AVIOContext context() {
    return context;
  }

  boolean seekable() {
    return source.seekable();
  }

  String describeContents() {
    long size;
    try {
      size = source.size();
    } catch (IOException e) {
      size = ByteSource.UNKNOWN;
    }
    return Contents.describe(head, size);
  }

  /** What went wrong while reading the bytes, if anything did. */
  @Nullable Throwable failure() {
    return failure;
  }

  @Override
  public void close() {
    OPEN.remove(number);
    av_free(context.buffer());
    avio_context_free(context);
    try {
      source.close();
    } catch (IOException e) {
      // Nothing was written, so nothing is lost.
    }
  }

  private int read(BytePointer into, int size) {
    try {
      boolean first = head.length == 0 && source.position() == 0;
      int count = source.read(into.capacity(size).asByteBuffer());
      if (first && count > 0) {
        head = new byte[Math.min(count, HEAD_BYTES)];
        into.get(head);
      }
      return count <= 0 ? AVERROR_EOF() : count;
    } catch (IOException | RuntimeException | Error e) {
      // An exception must not cross native frames; the reader rethrows it.
      failure = e;
      return org.bytedeco.ffmpeg.presets.avutil.AVERROR_EIO();
    }
  }

  private long seek(long offset, int how) {
    try {
      int whence = how & ~AVSEEK_FORCE;
      if (whence == AVSEEK_SIZE) {
        return source.size();
      }
      long base =
          switch (whence) {
            case 0 -> 0;
            case 1 -> source.position();
            default -> source.size();
          };
      if (base + offset < 0) {
        return org.bytedeco.ffmpeg.presets.avutil.AVERROR_EINVAL();
      }
      source.seek(base + offset);
      return base + offset;
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
      return org.bytedeco.ffmpeg.presets.avutil.AVERROR_EIO();
    }
  }

  /** A number that travels through native code where a pointer is expected. */
  private static final class Number extends Pointer {
    Number(long value) {
      address = value;
    }
  }

  private static final class Reading extends Read_packet_Pointer_BytePointer_int {
    @Override
    public int call(Pointer number, BytePointer into, int size) {
      NativeInput input = OPEN.get(number.address());
      return input == null ? AVERROR_EOF() : input.read(into, size);
    }
  }

  private static final class Seeking extends Seek_Pointer_long_int {
    @Override
    public long call(Pointer number, long offset, int whence) {
      NativeInput input = OPEN.get(number.address());
      return input == null ? AVERROR_EOF() : input.seek(offset, whence);
    }
  }
}
