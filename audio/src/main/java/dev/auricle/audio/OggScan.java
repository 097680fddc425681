package dev.auricle.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Notes the pages of an Ogg file while its bytes are read, in whatever order: FFmpeg tells of a
 * packet on which page it begins, but not what that page says of its place in the sound.
 *
 * <p>A page's header as in <a href="https://www.rfc-editor.org/rfc/rfc3533">RFC 3533</a>, section
 * 6. Checksums are FFmpeg's concern: no packet comes from a page whose checksum is wrong.
 */
final class OggScan {
  private static final byte[] SIGN = {'O', 'g', 'g', 'S', 0};
  private static final int FLAGS_AT = 5;
  private static final int GRANULE_AT = 6;
  private static final int SERIAL_AT = 14;
  private static final int SEGMENTS_AT = 26;
  private static final int MOST_SEGMENTS = 255;

  private final NavigableMap<Long, Page> pages = new TreeMap<>();

  /** The part of a page's header seen so far. */
  private final byte[] head = new byte[SEGMENTS_AT + 1 + MOST_SEGMENTS];

  private int length;

  /** Bytes up to the next header. */
  private int body;

  /** Where the next bytes come from, if they follow. */
  private long due;

  /**
   * What a page says.
   *
   * @param at where it begins in the file
   * @param granule samples up to the end of the last packet that ends here; -1 where none does
   * @param flags 1: its first packet began before; 2: a stream begins; 4: a stream ends
   * @param ending packets that end here
   * @param open whether its last packet ends on a later page
   */
  record Page(long at, int serial, long granule, int flags, int ending, boolean open) {
    boolean beginsStream() {
      return (flags & 2) != 0;
    }

    boolean endsStream() {
      return (flags & 4) != 0;
    }

    /** Packets that begin here. */
    int beginning() {
      return ending - (flags & 1) + (open ? 1 : 0);
    }
  }

  /** Takes note of bytes read from a place in the file. */
  void saw(long at, ByteBuffer bytes) {
    if (at != due) {
      length = 0;
      body = 0;
    }
    due = at + bytes.remaining();
    while (bytes.hasRemaining()) {
      if (body > 0) {
        int step = Math.min(body, bytes.remaining());
        bytes.position(bytes.position() + step);
        body -= step;
      } else {
        gather(bytes.get());
        if (length > SEGMENTS_AT && length == SEGMENTS_AT + 1 + (head[SEGMENTS_AT] & 0xff)) {
          note(due - bytes.remaining() - length);
        }
      }
    }
  }

  private void gather(byte value) {
    if (length < SIGN.length && value != SIGN[length]) {
      length = 0;
    }
    if (length >= SIGN.length || value == SIGN[length]) {
      head[length++] = value;
    }
  }

  private void note(long at) {
    int ending = 0;
    for (int i = SEGMENTS_AT + 1; i < length; i++) {
      int size = head[i] & 0xff;
      body += size;
      ending += size < MOST_SEGMENTS ? 1 : 0;
    }
    boolean open = length > SEGMENTS_AT + 1 && (head[length - 1] & 0xff) == MOST_SEGMENTS;
    ByteBuffer fields = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    long granule = fields.getLong(GRANULE_AT);
    pages.put(at, new Page(at, fields.getInt(SERIAL_AT), granule, head[FLAGS_AT], ending, open));
    length = 0;
  }

  /** The page that begins there, if it was seen. Those before it are forgotten. */
  @Nullable Page page(long at) {
    pages.headMap(at, false).clear();
    return pages.get(at);
  }

  /** The page on which a packet ends that began on this one and did not end there. */
  @Nullable Page endOfPacketFrom(Page page) {
    for (Page later : pages.tailMap(page.at(), false).values()) {
      if (later.serial() == page.serial() && later.ending() > 0) {
        return later;
      }
    }
    return null;
  }

  /** Whether a stream begins after one place and up to another. */
  boolean beginsStream(long after, long to) {
    Map<Long, Page> between = pages.subMap(after, false, to, true);
    return between.values().stream().anyMatch(Page::beginsStream);
  }
}
