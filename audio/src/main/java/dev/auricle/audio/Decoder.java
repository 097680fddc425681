package dev.auricle.audio;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG2_SKIP_MANUAL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_ADPCM_IMA_QT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_FLAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PCM_S16LE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/** Turns a container's packets into frames of samples, in order. */
final class Decoder implements AutoCloseable {
  static {
    Natives.load(); // Before the constants below, which native code tells.
  }

  private static final int MOST_COMPLAINTS = 8;
  // Kept, because each is a call of native code, as every field of FFmpeg's is.
  private static final int END = AVERROR_EOF();
  private static final int AGAIN = AVERROR_EAGAIN();
  private static final Set<String> EXACT_CONTAINERS =
      Set.of("wav", "w64", "aiff", "au", "caf", "flac");

  private final Container container;
  private final int stream;
  private final boolean isFlac;
  private final AVCodecContext codec;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private AudioInfo info;
  private final List<String> complaints = new ArrayList<>();
  private boolean draining;

  private final @Nullable VorbisEnds ends;
  private final FlacClock clock;
  private long gap;

  private Decoder(Container container) {
    this.container = container;
    this.info = container.info();
    stream = container.stream().index();
    isFlac = container.stream().codecpar().codec_id() == AV_CODEC_ID_FLAC;
    clock = new FlacClock(container.stream().time_base(), container.stream().codecpar());
    OggScan pages = container.vorbisPages();
    ends = pages == null ? null : new VorbisEnds(pages);
    AVCodec decoder = avcodec_find_decoder(container.stream().codecpar().codec_id());
    codec = avcodec_alloc_context3(decoder);
    avcodec_parameters_to_context(codec, container.stream().codecpar());
    // Without the time base, skipped samples at the start and end would be miscounted.
    codec.pkt_timebase(container.stream().time_base());
    if (ends != null) {
      codec.flags2(codec.flags2() | AV_CODEC_FLAG2_SKIP_MANUAL);
    }
    codec.thread_count(1);
    codec.max_samples(Limits.MOST_SAMPLES_IN_FRAME);
    if (decoder == null || avcodec_open2(codec, decoder, (AVDictionary) null) < 0) {
      close();
      throw Unreadable.noDecoder(container.name(), container.info().codec(), FfmpegLog.take());
    }
  }

  /**
   * Opens a sound and decodes its first frame: only then is it certain that there is sound, and at
   * what rate (AAC headers may state half of it).
   */
  static Decoder open(ReadableByteChannel source, String name) {
    Decoder decoder = new Decoder(new Container(source, name));
    try {
      if (!decoder.next()) {
        throw Unreadable.noSamples(name, decoder.container.info(), decoder.complaints);
      }
      int rate = decoder.frame.sample_rate();
      int channels = decoder.frame.ch_layout().nb_channels();
      Limits.check(name, rate, channels);
      decoder.info = decoder.container.info().measured(rate, channels);
      return decoder;
    } catch (RuntimeException | Error e) {
      decoder.close();
      throw e;
    }
  }

  AudioInfo info() {
    return info;
  }

  double promisedSeconds() {
    return container.promisedSeconds();
  }

  /** The frame that {@link #next} decoded; the same object every time. */
  AVFrame frame() {
    return frame;
  }

  /**
   * Decodes the next frame. Damaged packets are passed over, as FFmpeg's own program does.
   *
   * @return false at the end
   */
  boolean next() {
    if (ends == null) {
      return decode();
    }
    while (!ends.fetch(frame)) {
      if (!decode()) {
        ends.finish();
        return ends.fetch(frame);
      }
      if (ends.passes(frame)) {
        return true;
      }
    }
    return true;
  }

  private boolean decode() {
    for (int barren = 0; barren < Limits.MOST_BARREN_PACKETS; barren++) {
      int result = avcodec_receive_frame(codec, frame);
      if (result == 0 && frame.nb_samples() > 0) {
        gap = isFlac ? clock.gapBefore(frame) : 0;
        return true;
      }
      if (result == END || (draining && result < 0)) {
        return false;
      }
      if (result == AGAIN) {
        feed();
      } else if (result < 0) {
        passOver();
      }
    }
    return false;
  }

  private void passOver() {
    clock.packetLost(packet.duration());
    for (String line : FfmpegLog.take()) {
      if (complaints.size() < MOST_COMPLAINTS && !complaints.contains(line)) {
        complaints.add(line);
      }
    }
  }

  /** What FFmpeg said of the packets that were passed over, the first few. */
  List<String> complaints() {
    return complaints;
  }

  /** Whether {@link #seek} finds the very sample: raw samples, and FLAC, whose frames count. */
  boolean canSeekExactly() {
    AVRational tick = container.stream().time_base();
    return container.isSeekable()
        && EXACT_CONTAINERS.contains(info.container())
        && (isPcm() || isFlac)
        && tick.num() == 1
        && tick.den() == codec.sample_rate();
  }

  private boolean isPcm() {
    return codec.codec_id() >= AV_CODEC_ID_PCM_S16LE && codec.codec_id() < AV_CODEC_ID_ADPCM_IMA_QT;
  }

  /**
   * Goes to the frame that holds a sample, or one before it, and decodes that.
   *
   * @return the number of the frame's first sample, or -1 if it was not found
   */
  long seek(long sample) {
    int result = av_seek_frame(container.context(), stream, sample, AVSEEK_FLAG_BACKWARD);
    container.rethrowFailure();
    avcodec_flush_buffers(codec);
    draining = false;
    clock.jumped();
    if (result < 0 || !next()) {
      return -1;
    }
    long first = frame.best_effort_timestamp();
    return first >= 0 && first <= sample ? first : -1;
  }

  /** Samples lost to damage just before this frame. */
  long gap() {
    return gap;
  }

  /** Samples lost to damage so far, all in all, before this frame. */
  long missing() {
    return clock.missing();
  }

  private void feed() {
    av_packet_unref(packet);
    int result = av_read_frame(container.context(), packet);
    if (result < 0) {
      container.rethrowFailure();
      avcodec_send_packet(codec, null);
      draining = true;
      return;
    }
    if (packet.stream_index() == stream) {
      if (ends != null) {
        ends.packet(packet.pos());
      }
      if (isFlac) {
        clock.packet(packet);
      }
      if (avcodec_send_packet(codec, packet) < 0) {
        passOver();
      }
    }
  }

  @Override
  public void close() {
    if (ends != null) {
      ends.close();
    }
    av_frame_free(frame);
    av_packet_free(packet);
    avcodec_free_context(codec);
    container.close();
  }
}
