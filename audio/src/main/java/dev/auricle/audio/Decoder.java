package dev.auricle.audio;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_FLAC;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Turns a container's packets into frames of samples, in order. */
final class Decoder implements AutoCloseable {
  /** No sound codec's frame is longer; a damaged one can claim to be, and would be allocated. */
  private static final long MOST_SAMPLES_IN_FRAME = 1 << 22;

  /** So many packets in a row without a sample mean that nothing will come any more. */
  private static final int MOST_BARREN_PACKETS = 100_000;

  private final Container container;
  private final AVCodecContext codec;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private boolean draining;

  /**
   * All in ticks of the stream's time base: of the last packet, of damaged ones, of the next frame.
   */
  private long duration;

  private long lost;
  private long expected;
  private int gap;

  Decoder(Container container) {
    this.container = container;
    AVCodec decoder = avcodec_find_decoder(container.stream().codecpar().codec_id());
    codec = avcodec_alloc_context3(decoder);
    boolean opened = false;
    try {
      avcodec_parameters_to_context(codec, container.stream().codecpar());
      // Without the time base, skipped samples at the start and end would be miscounted.
      codec.pkt_timebase(container.stream().time_base());
      codec.thread_count(1);
      codec.max_samples(MOST_SAMPLES_IN_FRAME);
      if (decoder == null || avcodec_open2(codec, decoder, (AVDictionary) null) < 0) {
        throw Unreadable.noDecoder(container.name(), container.info().codec(), FfmpegLog.take());
      }
      opened = true;
    } finally {
      if (!opened) {
        close();
      }
    }
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
    for (int barren = 0; barren < MOST_BARREN_PACKETS; barren++) {
      int result = avcodec_receive_frame(codec, frame);
      if (result == 0 && frame.nb_samples() > 0) {
        measureGap();
        return true;
      }
      if (result == AVERROR_EOF() || draining && result < 0) {
        return false;
      }
      if (result == AVERROR_EAGAIN()) {
        feed();
      } else if (result < 0) {
        lost += duration;
      }
    }
    return false;
  }

  /**
   * Samples that damaged packets before this frame would have held, so that silence in their place
   * keeps what follows at its time. Only FLAC's frames state their place; elsewhere it is 0, and a
   * damaged packet shortens the sound as it does in FFmpeg's own program.
   */
  int gap() {
    return gap;
  }

  private void measureGap() {
    gap = 0;
    long time = frame.best_effort_timestamp();
    if (codec.codec_id() != AV_CODEC_ID_FLAC || time == AV_NOPTS_VALUE()) {
      return;
    }
    AVRational tick = container.stream().time_base();
    double samplesPerTick = frame.sample_rate() * (double) tick.num() / tick.den();
    if (lost > 0) {
      long missing = Math.min(time - expected, lost);
      gap = (int) Math.max(0, Math.min(MOST_SAMPLES_IN_FRAME, missing * samplesPerTick));
    }
    lost = 0;
    expected = time + Math.round(frame.nb_samples() / samplesPerTick);
  }

  private void feed() {
    int result = av_read_frame(container.context(), packet);
    if (result < 0) {
      container.rethrowFailure();
      avcodec_send_packet(codec, null);
      draining = true;
      return;
    }
    if (packet.stream_index() == container.stream().index()) {
      duration = packet.duration();
      if (avcodec_send_packet(codec, packet) < 0) {
        lost += duration;
      }
    }
    av_packet_unref(packet);
  }

  @Override
  public void close() {
    av_frame_free(frame);
    av_packet_free(packet);
    avcodec_free_context(codec);
  }
}
