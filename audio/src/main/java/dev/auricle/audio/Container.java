package dev.auricle.audio;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_FLAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VORBIS;
import static org.bytedeco.ffmpeg.global.avcodec.av_get_bits_per_sample;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_iterate;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.jspecify.annotations.Nullable;

/** A sound file's container, opened: what it says of itself, and its packets. */
final class Container implements AutoCloseable {
  private final String name;
  private final NativeBytes input;
  private final AVFormatContext context;
  private final AVStream stream;
  private final AudioInfo info;
  private final double promisedSeconds;

  /** Reads the source and leaves closing it to its owner. */
  Container(ReadableByteChannel source, String name) {
    this.name = name;
    input = NativeBytes.reading(source);
    context = avformat_alloc_context();
    try {
      FfmpegLog.take();
      open();
      int index = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
      String format = context.iformat().name().getString();
      if (index < 0) {
        throw holdsAudio() ? Unreadable.halfStated(name, format) : Unreadable.noAudio(name, format);
      }
      for (int i = 0; i < context.nb_streams(); i++) {
        if (i != index) {
          context.streams(i).discard(AVDISCARD_ALL);
        }
      }
      stream = context.streams(index);
      info = describe(format);
      // A guess from the file's size does not count.
      boolean guessed = context.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE;
      promisedSeconds =
          Math.max(guessed ? -1 : info.seconds(), WavHeader.promisedSeconds(input.head()));
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private void open() {
    context.pb(input.context());
    AVDictionary options = new AVDictionary(null);
    // A playlist must not make us read other files or addresses.
    av_dict_set(options, "protocol_whitelist", "none", 0);
    int result = avformat_open_input(context, (String) null, (AVInputFormat) null, options);
    av_dict_free(options);
    if (result >= 0 && !headerTellsAll()) {
      result = avformat_find_stream_info(context, (AVDictionary) null);
    }
    rethrowFailure();
    if (result < 0) {
      throw Unreadable.notSound(name, input.describeContents(), FfmpegLog.take());
    }
  }

  /**
   * Whether there is nothing to learn from decoding a little, which FFmpeg does else, and which
   * takes as long as a second of sound: so for a lone stream of Vorbis or FLAC.
   */
  private boolean headerTellsAll() {
    if (context.nb_streams() != 1) {
      return false;
    }
    AVStream only = context.streams(0);
    AVCodecParameters codec = only.codecpar();
    boolean tells = codec.codec_id() == AV_CODEC_ID_VORBIS || codec.codec_id() == AV_CODEC_ID_FLAC;
    return tells
        && codec.sample_rate() > 0
        && codec.ch_layout().nb_channels() > 0
        && only.duration() != AV_NOPTS_VALUE;
  }

  private boolean holdsAudio() {
    for (int i = 0; i < context.nb_streams(); i++) {
      if (context.streams(i).codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) {
        return true;
      }
    }
    return false;
  }

  private AudioInfo describe(String format) {
    AVCodecParameters codec = stream.codecpar();
    int raw = codec.bits_per_raw_sample();
    Map<String, String> tags = new TreeMap<>();
    addTags(stream.metadata(), tags);
    addTags(context.metadata(), tags);
    return new AudioInfo(
        format,
        avcodec_get_name(codec.codec_id()).getString(),
        codec.sample_rate(),
        codec.ch_layout().nb_channels(),
        raw > 0 ? raw : av_get_bits_per_sample(codec.codec_id()),
        seconds(),
        Collections.unmodifiableMap(tags));
  }

  private double seconds() {
    if (context.duration() != AV_NOPTS_VALUE) {
      return context.duration() / (double) AV_TIME_BASE;
    }
    if (stream.duration() != AV_NOPTS_VALUE) {
      return stream.duration() * (double) stream.time_base().num() / stream.time_base().den();
    }
    return -1;
  }

  private static void addTags(@Nullable AVDictionary from, Map<String, String> to) {
    AVDictionaryEntry entry = null;
    while (from != null && (entry = av_dict_iterate(from, entry)) != null) {
      to.put(
          entry.key().getString(StandardCharsets.UTF_8).toLowerCase(Locale.ROOT),
          entry.value().getString(StandardCharsets.UTF_8));
    }
  }

  String name() {
    return name;
  }

  AVFormatContext context() {
    return context;
  }

  AVStream stream() {
    return stream;
  }

  AudioInfo info() {
    return info;
  }

  /** Seconds that the header promises, where it states them; negative if it does not. */
  double promisedSeconds() {
    return promisedSeconds;
  }

  /** The pages of Ogg Vorbis, as they are read; null for all other sounds, which need none. */
  @Nullable OggScan vorbisPages() {
    if (stream.codecpar().codec_id() != AV_CODEC_ID_VORBIS) {
      input.forgetPages();
    }
    return input.pages();
  }

  boolean isSeekable() {
    return input.isSeekable();
  }

  /** FFmpeg reports a failed read as a mere code; this throws what truly happened. */
  void rethrowFailure() {
    Throwable failure = input.failure();
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw Unreadable.broken(name, failure);
    }
  }

  @Override
  public void close() {
    avformat_close_input(context);
    input.close();
  }
}
