package dev.auricle.audio;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_DBL;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S64;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_U8;
import static org.bytedeco.ffmpeg.global.avutil.av_get_packed_sample_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_sample_fmt_is_planar;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.ShortPointer;

/**
 * Brings a decoded frame to mono floats: integers are divided by 2^(bits-1), channels averaged or
 * one chosen (the last, where a sound loses the chosen one midway). Buffers are reused from frame
 * to frame.
 */
final class Downmix {
  /** Beyond any level a real recording holds; floats above it come from damage. */
  private static final float ABSURD_LEVEL = 1e6f;

  private final int channel;

  /** Format of the last frame, and what it means; none at first. */
  private int seen = Integer.MIN_VALUE;

  private int format;
  private boolean planar;

  private float[] mono = new float[4096];
  private float[] plane = new float[4096];
  private byte[] bytes = new byte[0];
  private short[] shorts = new short[0];
  private int[] ints = new int[0];
  private long[] longs = new long[0];
  private double[] doubles = new double[0];
  private long repaired;

  Downmix(int channel) {
    this.channel = channel;
  }

  /** What {@link #apply} wrote; overwritten by the next call. */
  float[] samples() {
    return mono;
  }

  /** How many samples so far were not numbers, or absurdly loud, and became silence. */
  long repaired() {
    return repaired;
  }

  /** Writes the frame to {@link #samples} and returns its length. */
  int apply(AVFrame frame, int channels) {
    int length = frame.nb_samples();
    if (frame.format() != seen) {
      seen = frame.format();
      format = av_get_packed_sample_fmt(seen);
      planar = av_sample_fmt_is_planar(seen) != 0;
    }
    if (mono.length < length) {
      mono = new float[length];
    }
    if (planar) {
      planar(frame, length, channels);
    } else {
      packed(frame, length, channels);
    }
    if (format == AV_SAMPLE_FMT_FLT || format == AV_SAMPLE_FMT_DBL) {
      repair(length);
    }
    return length;
  }

  private void planar(AVFrame frame, int length, int channels) {
    if (channel >= 0 || channels == 1) {
      int chosen = Math.min(Math.max(channel, 0), channels - 1);
      mono = load(frame.extended_data(chosen), length, mono);
      return;
    }
    Arrays.fill(mono, 0, length, 0);
    for (int c = 0; c < channels; c++) {
      plane = load(frame.extended_data(c), length, plane);
      for (int i = 0; i < length; i++) {
        mono[i] += plane[i];
      }
    }
    scale(length, 1f / channels);
  }

  private void packed(AVFrame frame, int length, int channels) {
    if (channels == 1) {
      mono = load(frame.extended_data(0), length, mono);
      return;
    }
    plane = load(frame.extended_data(0), length * channels, plane);
    if (channel >= 0) {
      for (int i = 0, at = Math.min(channel, channels - 1); i < length; i++, at += channels) {
        mono[i] = plane[at];
      }
      return;
    }
    for (int i = 0, at = 0; i < length; i++) {
      float sum = 0;
      for (int c = 0; c < channels; c++) {
        sum += plane[at++];
      }
      mono[i] = sum;
    }
    scale(length, 1f / channels);
  }

  private void scale(int length, float factor) {
    for (int i = 0; i < length; i++) {
      mono[i] *= factor;
    }
  }

  private void repair(int length) {
    for (int i = 0; i < length; i++) {
      if (!(Math.abs(mono[i]) <= ABSURD_LEVEL)) {
        mono[i] = 0;
        repaired++;
      }
    }
  }

  /** Copies native samples as floats to an array of at least that length, and returns it. */
  private float[] load(BytePointer from, int count, float[] reuse) {
    float[] to = reuse.length >= count ? reuse : new float[count];
    if (format == AV_SAMPLE_FMT_FLT) {
      new FloatPointer(from).get(to, 0, count);
    } else if (format == AV_SAMPLE_FMT_S16) {
      shorts = shorts.length >= count ? shorts : new short[count];
      new ShortPointer(from).get(shorts, 0, count);
      for (int i = 0; i < count; i++) {
        to[i] = shorts[i] * (1f / (1 << 15));
      }
    } else if (format == AV_SAMPLE_FMT_S32) {
      ints = ints.length >= count ? ints : new int[count];
      new IntPointer(from).get(ints, 0, count);
      for (int i = 0; i < count; i++) {
        to[i] = ints[i] * (1f / (1L << 31));
      }
    } else if (format == AV_SAMPLE_FMT_U8) {
      bytes = bytes.length >= count ? bytes : new byte[count];
      from.get(bytes, 0, count);
      for (int i = 0; i < count; i++) {
        to[i] = ((bytes[i] & 0xff) - 128) * (1f / (1 << 7));
      }
    } else if (format == AV_SAMPLE_FMT_DBL) {
      doubles = doubles.length >= count ? doubles : new double[count];
      new DoublePointer(from).get(doubles, 0, count);
      for (int i = 0; i < count; i++) {
        to[i] = (float) doubles[i];
      }
    } else if (format == AV_SAMPLE_FMT_S64) {
      longs = longs.length >= count ? longs : new long[count];
      new LongPointer(from).get(longs, 0, count);
      for (int i = 0; i < count; i++) {
        to[i] = longs[i] * 0x1p-63f;
      }
    } else {
      throw new IllegalStateException("unknown sample format " + format);
    }
    return to;
  }
}
