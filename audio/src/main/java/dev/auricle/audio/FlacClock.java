package dev.auricle.audio;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * Finds how much sound a FLAC file's damaged packets held, so that silence in their place keeps
 * what follows at its time. FLAC's frames state their place; other codecs' do not, and there a
 * damaged packet shortens the sound, as it does in FFmpeg's own program.
 *
 * <p>The place is read from the frame's own head (RFC 9639, section 9.1): FFmpeg counts on from
 * what it found, and is astray after damage. It is believed where it lies after what came before
 * and within the length that the file states; else no more is missing than the packets claimed to
 * last that were refused.
 */
final class FlacClock {
  /** Bytes of STREAMINFO up to the end of the number of samples. */
  private static final int STATED_BYTES = 18;

  /** Bytes of a frame's head up to the end of its number. */
  private static final int HEAD_BYTES = 11;

  private static final long NOT_KNOWN = -1;

  private final AVRational tick;

  /** Samples of each block but the last; 0 where they differ. */
  private final long block;

  /** Samples of the whole; 0 where it is not stated. */
  private final long total;

  /** Ticks that the damaged packets since the last frame claimed to last. */
  private long lost;

  /** Where the packet last handed in says it stands, in samples. */
  private long stated = NOT_KNOWN;

  /** Where the first frame stands: copied parts of a file keep their numbers. */
  private long origin = NOT_KNOWN;

  /** Where the next frame is due. */
  private long due;

  private long missing;

  FlacClock(AVRational tick, AVCodecParameters codec) {
    this.tick = tick;
    byte[] info = new byte[STATED_BYTES];
    if (codec.extradata() != null && codec.extradata_size() >= STATED_BYTES) {
      codec.extradata().get(info);
    }
    long least = number(info, 0, 2);
    block = least == number(info, 2, 4) ? least : 0;
    total = number(info, 13, STATED_BYTES) & 0xf_ffff_ffffL;
  }

  private static long number(byte[] bytes, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = number << 8 | bytes[i] & 0xff;
    }
    return number;
  }

  /** Hears which packet is decoded next. */
  void packet(AVPacket packet) {
    byte[] head = new byte[Math.min(HEAD_BYTES, packet.size())];
    packet.data().get(head);
    stated = place(head);
  }

  private long place(byte[] head) {
    boolean frame = head.length > 4 && head[0] == (byte) 0xff && (head[1] & 0xfe) == 0xf8;
    if (!frame) {
      return NOT_KNOWN;
    }
    long number = coded(head, 4);
    boolean counted = (head[1] & 1) == 0;
    return !counted ? number : number < 0 || block == 0 ? NOT_KNOWN : number * block;
  }

  /** A number as UTF-8 codes characters, but up to 36 bits long. */
  private static long coded(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    if (first < 0x80) {
      return first;
    }
    int more = Integer.numberOfLeadingZeros(~(first << 24)) - 1;
    if (more < 1 || more > 6 || at + more >= bytes.length) {
      return NOT_KNOWN;
    }
    long number = first & (0x3f >> more);
    for (int i = at + 1; i <= at + more; i++) {
      number = number << 6 | bytes[i] & 0x3f;
    }
    return number;
  }

  void packetLost(long ticks) {
    lost += ticks;
  }

  /** Starts anew where the next frame stands. */
  void jumped() {
    lost = 0;
    due = NOT_KNOWN;
  }

  /** Samples missing before this frame. */
  long gapBefore(AVFrame frame) {
    double samplesPerTick = frame.sample_rate() * (double) tick.num() / tick.den();
    long refused = Math.round(lost * samplesPerTick);
    lost = 0;
    if (stated == NOT_KNOWN) {
      due += due == NOT_KNOWN ? 0 : frame.nb_samples();
      return 0;
    }
    long gap = due == NOT_KNOWN ? 0 : stated - due;
    boolean believed = origin >= 0 && stated - origin + frame.nb_samples() <= total;
    long silence = Math.max(0, believed ? gap : Math.min(gap, refused));
    origin = origin >= 0 ? origin : stated - silence;
    due = Math.max(stated, due) + frame.nb_samples();
    missing += silence;
    return silence;
  }

  /** Samples that were missing so far, for which silence stands. */
  long missing() {
    return missing;
  }
}
