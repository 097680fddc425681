package dev.auricle.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lays the packets of an Ogg Vorbis file on other pages, with other granule positions. */
final class OggLayout {
  private static final int FULL = 255;
  private static final int SEGMENTS_AT = 26;
  private static final int BLOCK_SIZES_AT = 28;
  private static final int HEADERS = 3;

  private final List<byte[]> packets = new ArrayList<>();

  /** Samples that each packet gives, the headers' 0. */
  private final List<Integer> durations = new ArrayList<>();

  private int pages;

  OggLayout(byte[] file) {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    for (int page = 0; page < file.length; ) {
      int segments = file[page + SEGMENTS_AT] & 0xff;
      int body = page + SEGMENTS_AT + 1 + segments;
      for (int i = 0; i < segments; i++) {
        int size = file[page + SEGMENTS_AT + 1 + i] & 0xff;
        packet.write(file, body, size);
        body += size;
        if (size < FULL) {
          packets.add(packet.toByteArray());
          packet.reset();
        }
      }
      page = body;
    }
    measure();
  }

  /** A block's length as libvorbis's two modes tell it; two blocks' halves overlap in a packet. */
  private void measure() {
    int sizes = packets.get(0)[BLOCK_SIZES_AT];
    int before = 0;
    for (int i = 0; i < packets.size(); i++) {
      boolean isLong = i >= HEADERS && (packets.get(i)[0] & 2) != 0;
      int block = 1 << (isLong ? sizes >> 4 & 15 : sizes & 15);
      durations.add(i > HEADERS ? (before + block) / 4 : 0);
      before = block;
    }
  }

  /** Samples before anything is cut. */
  int samples() {
    return durations.stream().mapToInt(Integer::intValue).sum();
  }

  /** A file with so many segments on a page, its first sample and its end numbered so. */
  byte[] laid(int segmentsOnPage, long first, long end) {
    pages = 0;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<byte[]> segments = new ArrayList<>();
    List<Long> granules = new ArrayList<>();
    long granule = first;
    for (int i = 0; i < packets.size(); i++) {
      byte[] packet = packets.get(i);
      granule += durations.get(i);
      for (int at = 0; at <= packet.length; at += FULL) {
        int size = Math.min(FULL, packet.length - at);
        segments.add(Arrays.copyOfRange(packet, at, at + size));
        granules.add(size < FULL ? (i < HEADERS ? 0 : granule) : -1);
      }
      if (i == 0 || i == HEADERS - 1) {
        write(out, segments, granules, FULL, i == 0 ? 2 : 0, 0);
      }
    }
    write(out, segments, granules, segmentsOnPage, 0, end);
    return OggPages.sealed(out.toByteArray());
  }

  /** Writes pages, and empties the lists; the last page of the sound ends with {@code end}. */
  private void write(
      ByteArrayOutputStream out,
      List<byte[]> segments,
      List<Long> granules,
      int most,
      int firstFlags,
      long end) {
    int flags = firstFlags;
    for (int from = 0; from < segments.size(); from += most) {
      int to = Math.min(segments.size(), from + most);
      long granule = -1;
      for (int i = from; i < to; i++) {
        granule = granules.get(i) >= 0 ? granules.get(i) : granule;
      }
      boolean last = to == segments.size() && end > 0;
      ByteBuffer head = ByteBuffer.allocate(SEGMENTS_AT + 1 + to - from);
      head.order(ByteOrder.LITTLE_ENDIAN).put("OggS\0".getBytes(StandardCharsets.US_ASCII));
      head.put((byte) (flags | (last ? 4 : 0))).putLong(last ? end : granule).putInt(7);
      head.putInt(pages++).putInt(0);
      head.put((byte) (to - from));
      segments.subList(from, to).forEach(segment -> head.put((byte) segment.length));
      out.writeBytes(head.array());
      segments.subList(from, to).forEach(out::writeBytes);
      flags = segments.get(to - 1).length == FULL ? 1 : 0;
    }
    segments.clear();
    granules.clear();
  }
}
