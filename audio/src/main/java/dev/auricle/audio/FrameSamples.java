package dev.auricle.audio;

import dev.auricle.signal.Resampler;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** A sound's mono samples at its stored rate, a frame at a time, cut to the stretch asked for. */
final class FrameSamples implements AutoCloseable {
  /** Coders pad by less than this; what is missing beyond it was cut off. */
  private static final double TOLERATED_SECONDS = 0.1;

  private static final int SILENCE_AT_ONCE = 1 << 15;

  private final String name;
  private final ReadOptions options;
  private Decoder decoder;
  private final Downmix downmix;
  private final int sampleRate;
  private final AudioInfo info;
  private final long start;
  private final long end;

  /** Samples decoded so far, counted from the start of the sound. */
  private long position;

  /** Whether the sound ended by itself, rather than the stretch. */
  private boolean ended;

  /** Whether the decoder holds a frame that has not been used. */
  private boolean pending = true;

  /** Samples of silence to give before that frame. */
  private long silence;

  /** At work while a sound has changed its rate midway, as joined files do. */
  private @Nullable Resampler toFirstRate;

  private int frameRate;
  private float[] samples = new float[0];

  FrameSamples(ReadableByteChannel source, String name, ReadOptions options) {
    this.name = name;
    this.options = options;
    downmix = new Downmix(options.channel());
    decoder = Decoder.open(source, name);
    info = decoder.info();
    sampleRate = info.sampleRate();
    frameRate = sampleRate;
    start = Math.round(options.startSeconds() * sampleRate);
    end = Math.round(Math.min(options.endSeconds(), 1e10) * sampleRate);
    if (options.channel() >= info.channels()) {
      decoder.close();
      throw Unreadable.noSuchChannel(name, options.channel(), info.channels());
    }
    if (start >= (long) Limits.WORTH_SEEKING_SECONDS * sampleRate && decoder.canSeekExactly()) {
      seek(source);
    }
    silence = decoder.gap();
  }

  private void seek(ReadableByteChannel source) {
    try {
      position = decoder.seek(start);
      if (position < 0) {
        // Its index is damaged, or the stretch lies beyond its end: read through to find out.
        decoder.close();
        position = 0;
        ((SeekableByteChannel) source).position(0);
        decoder = Decoder.open(source, name);
      }
    } catch (IOException e) {
      throw Unreadable.broken(name, e);
    } catch (RuntimeException | Error e) {
      decoder.close();
      throw e;
    }
  }

  AudioInfo info() {
    return info;
  }

  int sampleRate() {
    return sampleRate;
  }

  /** What {@link #next} read; overwritten by the next call. */
  float[] samples() {
    return samples;
  }

  /** Reads the next samples; returns how many, or -1 at the end. */
  int next() {
    while (position < end && (pending || advance())) {
      pending = silence > 0;
      int length = pending ? silent() : decodeFrame();
      long frameStart = position;
      position += length;
      if (position > options.maxSeconds() * sampleRate) {
        throw Unreadable.tooLong(name, options.maxSeconds(), "cut it shorter, or allow more");
      }
      int from = (int) Math.min(length, Math.max(0, start - frameStart));
      int to = (int) Math.min(length, end - frameStart);
      if (to > from) {
        if (from > 0) {
          System.arraycopy(samples, from, samples, 0, to - from);
        }
        return to - from;
      }
    }
    ended = position < end;
    if (position <= start && start > 0) {
      throw Unreadable.outside(name, position / (double) sampleRate, options);
    }
    return -1;
  }

  private boolean advance() {
    boolean more = decoder.next();
    silence = more ? decoder.gap() : 0;
    return more;
  }

  /** A part of what damage took away. */
  private int silent() {
    samples = new float[(int) Math.min(silence, SILENCE_AT_ONCE)];
    silence -= samples.length;
    return atFirstRate(samples.length);
  }

  private int decodeFrame() {
    AVFrame frame = decoder.frame();
    int rate = frame.sample_rate();
    int channels = frame.ch_layout().nb_channels();
    Limits.check(name, rate, channels);
    int length = downmix.apply(frame, channels);
    samples = downmix.samples();
    if (rate != frameRate) {
      frameRate = rate;
      toFirstRate = frameRate == sampleRate ? null : Limits.resampler(name, frameRate, sampleRate);
    }
    return atFirstRate(length);
  }

  private int atFirstRate(int length) {
    if (toFirstRate == null) {
      return length;
    }
    samples = toFirstRate.process(samples, 0, length);
    return samples.length;
  }

  /** What was wrong and passed over so far. */
  List<String> warnings() {
    List<String> all = new ArrayList<>(decoder.complaints());
    if (decoder.missing() > 0) {
      all.add(
          String.format(
              Locale.ROOT,
              "silence stands for %.2f s that are damaged",
              decoder.missing() / (double) sampleRate));
    }
    double promised = decoder.promisedSeconds();
    double found = position / (double) sampleRate;
    if (ended && found < promised * 0.98 - TOLERATED_SECONDS) {
      all.add(
          String.format(
              Locale.ROOT,
              "found %.2f s of sound where the header promises %.2f s: cut off?",
              found,
              promised));
    }
    if (downmix.repaired() > 0) {
      all.add(downmix.repaired() + " samples that were no numbers, or absurd, became silence");
    }
    return all;
  }

  @Override
  public void close() {
    decoder.close();
  }
}
