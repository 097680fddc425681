package dev.auricle.audio;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.ShortPointer;
import org.jspecify.annotations.Nullable;

/** Encodes one channel by FFmpeg: samples to frames, frames to packets, packets to a container. */
final class EncoderSink implements SampleSink {
  /** Frame length for codecs that take any. */
  private static final int ANY_FRAME = 4096;

  /** A coding as FFmpeg names its parts; bits per second are 0 where nothing is lost. */
  private record Coding(String encoder, String container, int sampleFormat, int bits, int bitRate) {
    static Coding of(AudioFormat format) {
      return switch (format) {
        case FLAC_16 -> new Coding("flac", "flac", AV_SAMPLE_FMT_S16, 16, 0);
        case FLAC_24 -> new Coding("flac", "flac", AV_SAMPLE_FMT_S32, 24, 0);
        case OPUS -> new Coding("libopus", "ogg", AV_SAMPLE_FMT_FLT, 0, 24_000);
        default -> throw new IllegalArgumentException(format + " needs no encoder");
      };
    }
  }

  private final Coding coding;
  private final NativeBytes bytes;
  private final AVFormatContext container = new AVFormatContext(null);
  private final AVCodecContext codec;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private final AVStream stream;
  private final float[] waiting;
  private int filled;
  private long time;

  EncoderSink(SeekableByteChannel to, AudioFormat format, int sampleRate) throws IOException {
    bytes = NativeBytes.writing(to);
    coding = Coding.of(format);
    FfmpegLog.take();
    AVCodec encoder = avcodec_find_encoder_by_name(coding.encoder());
    codec = avcodec_alloc_context3(encoder);
    try {
      check(
          avformat_alloc_output_context2(
              container, (AVOutputFormat) null, coding.container(), (String) null));
      codec.sample_fmt(coding.sampleFormat()).sample_rate(sampleRate).bit_rate(coding.bitRate());
      codec.bits_per_raw_sample(coding.bits()).time_base(av_make_q(1, sampleRate)).thread_count(1);
      av_channel_layout_default(codec.ch_layout(), 1);
      // Bit-exact: no version strings and no random stream numbers, so the same in, the same out.
      codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT);
      container.flags(container.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
      container.pb(bytes.context());
      // Without this, a steady tone takes Opus to twice the bit rate asked for.
      av_opt_set(codec.priv_data(), "vbr", "constrained", 0);
      check(avcodec_open2(codec, encoder, (AVDictionary) null));
      stream = avformat_new_stream(container, encoder);
      check(avcodec_parameters_from_context(stream.codecpar(), codec));
      stream.time_base(codec.time_base());
      check(avformat_write_header(container, (AVDictionary) null));
      waiting = new float[codec.frame_size() > 0 ? codec.frame_size() : ANY_FRAME];
      frame.format(coding.sampleFormat()).sample_rate(sampleRate).nb_samples(waiting.length);
      av_channel_layout_default(frame.ch_layout(), 1);
      check(av_frame_get_buffer(frame, 0));
    } catch (IOException | RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  @Override
  public void write(float[] samples, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      int count = Math.min(length - done, waiting.length - filled);
      System.arraycopy(samples, offset + done, waiting, filled, count);
      filled += count;
      done += count;
      if (filled == waiting.length) {
        encode();
      }
    }
  }

  @Override
  public void finish() throws IOException {
    if (filled > 0) {
      encode();
    }
    send(null);
    check(av_write_trailer(container));
  }

  private void encode() throws IOException {
    check(av_frame_make_writable(frame));
    frame.nb_samples(filled).pts(time);
    BytePointer data = frame.data(0);
    if (coding.sampleFormat() == AV_SAMPLE_FMT_FLT) {
      new FloatPointer(data).put(waiting, 0, filled);
    } else if (coding.sampleFormat() == AV_SAMPLE_FMT_S16) {
      short[] shorts = new short[filled];
      for (int i = 0; i < filled; i++) {
        shorts[i] = (short) Quantizer.toBits(waiting[i], 16);
      }
      new ShortPointer(data).put(shorts, 0, filled);
    } else {
      int[] ints = new int[filled];
      for (int i = 0; i < filled; i++) {
        // FFmpeg keeps 24 bits in the upper part of 32.
        ints[i] = Quantizer.toBits(waiting[i], 24) << 8;
      }
      new IntPointer(data).put(ints, 0, filled);
    }
    time += filled;
    filled = 0;
    send(frame);
  }

  private void send(@Nullable AVFrame next) throws IOException {
    check(avcodec_send_frame(codec, next));
    while (avcodec_receive_packet(codec, packet) == 0) {
      packet.stream_index(stream.index());
      av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
      int result = av_write_frame(container, packet);
      av_packet_unref(packet);
      check(result);
    }
  }

  private void check(int result) throws IOException {
    if (bytes.failure() instanceof IOException failure) {
      throw failure;
    }
    if (result < 0) {
      List<String> said = FfmpegLog.take();
      throw new IOException(
          "FFmpeg's " + coding.encoder() + " encoder: " + Natives.describe(result) + " " + said);
    }
  }

  @Override
  public void close() {
    av_frame_free(frame);
    av_packet_free(packet);
    avcodec_free_context(codec);
    avformat_free_context(container);
    bytes.close();
  }
}
