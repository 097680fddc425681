package dev.auricle.network.checkpoint;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A ZIP whose entries are not compressed, as PyTorch writes them: each is a stretch of the file, so
 * nothing can unfold into more than the file's own bytes. (PKWARE's APPNOTE 6.3, sections 4.3 and
 * 4.5.3.)
 */
final class StoredZip {
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int CENTRAL = 0x02014b50;
  private static final int CENTRAL_BYTES = 46;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_BYTES = 30;
  private static final int WIDE = 1;
  private static final long IN_EXTRA = 0xffff_ffffL;

  /** An entry for each tensor; no network has so many. */
  private static final long MOST = 1_000_000;

  private final Binary bytes;

  private StoredZip(Binary bytes) {
    this.bytes = bytes;
  }

  /** The entries by name, in the order of the directory. */
  static Map<String, ByteBuffer> entries(Binary bytes) {
    StoredZip zip = new StoredZip(bytes);
    long end = zip.end();
    if (end < 0) {
      throw bytes.damaged("it is a ZIP without a closing record, so it was cut off");
    }
    return zip.entries(end);
  }

  /** The entries of a ZIP that hangs at the end of another format's file; empty without one. */
  static Map<String, ByteBuffer> tail(Binary bytes) {
    StoredZip zip = new StoredZip(bytes);
    long end = zip.end();
    return end < 0 ? Map.of() : zip.entries(end);
  }

  private Map<String, ByteBuffer> entries(long end) {
    long count = bytes.u16(end + 10);
    long at = bytes.u32(end + 16);
    long locator = end - LOCATOR_BYTES;
    if (locator >= 0 && bytes.i32(locator) == LOCATOR_64) {
      long wide = bytes.i64(locator + 8);
      if (bytes.i32(wide) == END_64) {
        count = bytes.i64(wide + 32);
        at = bytes.i64(wide + 48);
      }
    }
    if (count > MOST) {
      throw bytes.damaged("its ZIP claims " + count + " entries");
    }
    Map<String, ByteBuffer> entries = new LinkedHashMap<>();
    long total = 0;
    for (long i = 0; i < count; i++) {
      if (bytes.i32(at) != CENTRAL) {
        throw bytes.damaged("its ZIP directory breaks off at entry " + i + " of " + count);
      }
      int nameLength = bytes.u16(at + 28);
      int extraLength = bytes.u16(at + 30);
      ByteBuffer content = content(at, nameLength, extraLength);
      total += content.remaining();
      if (total > bytes.length()) {
        throw bytes.damaged("entries of its ZIP overlap");
      }
      entries.put(bytes.text(at + CENTRAL_BYTES, nameLength), content);
      at += CENTRAL_BYTES + nameLength + extraLength + bytes.u16(at + 32);
    }
    return entries;
  }

  /** Where the closing record starts, behind which a comment may follow; -1 without one. */
  private long end() {
    int from = bytes.length() - END_BYTES;
    for (int at = from; at >= Math.max(0, from - LONGEST_COMMENT); at--) {
      if (bytes.i32(at) == END) {
        return at;
      }
    }
    return -1;
  }

  private ByteBuffer content(long at, int nameLength, int extraLength) {
    if (bytes.u16(at + 10) != 0 || (bytes.u16(at + 8) & 1) != 0) {
      throw bytes.damaged("its ZIP is compressed or encrypted, which PyTorch never does");
    }
    long size = bytes.u32(at + 24);
    long local = bytes.u32(at + 42);
    long extra = at + CENTRAL_BYTES + nameLength;
    long extraEnd = extra + extraLength;
    while (extra + 4 <= extraEnd) {
      int kind = bytes.u16(extra);
      long value = extra + 4;
      if (kind == WIDE) {
        // Holds, in this order, those of the three numbers that did not fit.
        if (size == IN_EXTRA) {
          size = bytes.i64(value);
          value += 8;
        }
        if (bytes.u32(at + 20) == IN_EXTRA) {
          value += 8;
        }
        if (local == IN_EXTRA) {
          local = bytes.i64(value);
        }
      }
      extra += 4 + bytes.u16(extra + 2);
    }
    if (bytes.i32(local) != LOCAL) {
      throw bytes.damaged("an entry of its ZIP does not start where the directory says");
    }
    return bytes.slice(local + LOCAL_BYTES + bytes.u16(local + 26) + bytes.u16(local + 28), size);
  }
}
