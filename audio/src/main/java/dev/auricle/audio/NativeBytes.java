package dev.auricle.audio;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FORCE;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EINVAL;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EIO;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_ESPIPE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.avformat.Write_packet_Pointer_BytePointer_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Lets FFmpeg read or write a Java channel, which stays its owner's to close.
 *
 * <p>Files too go through Java, so that names in any script work in any locale, and a playlist
 * posing as a sound cannot make FFmpeg open other files or addresses.
 */
final class NativeBytes implements AutoCloseable {
  static {
    // Before the callbacks below, whose classes would load the libraries from the default place.
    Natives.load();
  }

  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int HEAD_BYTES = 256;

  /** JavaCPP has room for ten callbacks of a kind, so all share one and differ by number. */
  private static final Map<Long, NativeBytes> OPEN = new ConcurrentHashMap<>();

  private static final AtomicLong NEXT = new AtomicLong(1);
  private static final Reading READ = new Reading();
  private static final Writing WRITE = new Writing();
  private static final Seeking SEEK = new Seeking();

  private final Channel channel;
  private final @Nullable SeekableByteChannel seekable;
  private final long number = NEXT.getAndIncrement();
  private final AVIOContext context;

  /** The first bytes read, to say what a file is that proves to be no sound. */
  private byte[] head = new byte[0];

  /** Where the next byte is read. */
  private long position;

  /** Notes an Ogg file's pages, for as long as somebody may ask for them. */
  private @Nullable OggScan pages;

  private @Nullable Throwable failure;

  private NativeBytes(Channel channel, boolean writes) {
    this.channel = channel;
    seekable = channel instanceof SeekableByteChannel random ? random : null;
    OPEN.put(number, this);
    context =
        avio_alloc_context(
            new BytePointer(av_malloc(BUFFER_BYTES)),
            BUFFER_BYTES,
            writes ? 1 : 0,
            new Tag(number),
            writes ? null : READ,
            writes ? WRITE : null,
            SEEK);
    if (seekable == null) {
      context.seekable(0);
    }
  }

  static NativeBytes reading(ReadableByteChannel channel) {
    return new NativeBytes(channel, false);
  }

  static NativeBytes writing(SeekableByteChannel channel) {
    return new NativeBytes(channel, true);
  }

  AVIOContext context() {
    return context;
  }

  boolean isSeekable() {
    return seekable != null;
  }

  /** The first bytes, {@value #HEAD_BYTES} at most. */
  byte[] head() {
    return head;
  }

  /** The pages of an Ogg file, as far as it was read. */
  @Nullable OggScan pages() {
    return pages;
  }

  /** Notes no more pages. */
  void forgetPages() {
    pages = null;
  }

  /** What the first bytes look like, in words. */
  String describeContents() {
    long size = -1;
    try {
      size = seekable == null ? -1 : seekable.size();
    } catch (IOException e) {
      // The words are for an error message; they go without a size.
    }
    return Contents.describe(head, size);
  }

  /** What the channel threw, if it did: FFmpeg itself reports a mere code. */
  @Nullable Throwable failure() {
    return failure;
  }

  @Override
  public void close() {
    // Once: whoever fails to open a sound anew closes it again.
    if (OPEN.remove(number) != null) {
      av_free(context.buffer());
      avio_context_free(context);
    }
  }

  private interface Access {
    long to(NativeBytes bytes) throws IOException;
  }

  /** Runs one access; an exception must not cross native frames, so it is kept for later. */
  private static long guarded(Pointer number, Access access) {
    NativeBytes bytes = OPEN.get(number.address());
    if (bytes == null) {
      return AVERROR_EIO();
    }
    try {
      return access.to(bytes);
    } catch (IOException | RuntimeException | Error e) {
      bytes.failure = e;
      return AVERROR_EIO();
    }
  }

  private int read(ByteBuffer into) throws IOException {
    int count = ((ReadableByteChannel) channel).read(into);
    if (count > 0) {
      into.flip();
      if (head.length == 0) {
        head = new byte[Math.min(count, HEAD_BYTES)];
        into.get(0, head);
        pages = head[0] == 'O' ? new OggScan() : null;
      }
      if (pages != null) {
        pages.saw(position, into);
      }
      position += count;
    }
    return count <= 0 ? AVERROR_EOF() : count;
  }

  private int write(ByteBuffer from) throws IOException {
    int size = from.remaining();
    while (from.hasRemaining()) {
      ((WritableByteChannel) channel).write(from);
    }
    return size;
  }

  private long seek(long offset, int how) throws IOException {
    int whence = how & ~AVSEEK_FORCE;
    if (seekable == null) {
      // As FFmpeg's own pipes do: a size of 0 is unknown, an error would make MP3's end inexact.
      return whence == AVSEEK_SIZE ? 0 : AVERROR_ESPIPE();
    }
    if (whence == AVSEEK_SIZE) {
      return seekable.size();
    }
    long base = whence == 0 ? 0 : whence == 1 ? seekable.position() : seekable.size();
    if (base + offset < 0) {
      return AVERROR_EINVAL();
    }
    seekable.position(base + offset);
    position = base + offset;
    return base + offset;
  }

  /** A number that travels through native code where a pointer is expected. */
  private static final class Tag extends Pointer {
    Tag(long value) {
      address = value;
    }
  }

  private static final class Reading extends Read_packet_Pointer_BytePointer_int {
    @Override
    public int call(Pointer number, BytePointer into, int size) {
      return (int) guarded(number, b -> b.read(into.capacity(size).asByteBuffer()));
    }
  }

  private static final class Writing extends Write_packet_Pointer_BytePointer_int {
    @Override
    public int call(Pointer number, BytePointer from, int size) {
      return (int) guarded(number, b -> b.write(from.capacity(size).asByteBuffer()));
    }
  }

  private static final class Seeking extends Seek_Pointer_long_int {
    @Override
    public long call(Pointer number, long offset, int whence) {
      return guarded(number, b -> b.seek(offset, whence));
    }
  }
}
