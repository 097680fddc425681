package dev.auricle.signal;

import java.util.Arrays;

/**
 * Changes a sound's sampling rate, in one go or chunk by chunk.
 *
 * <p>Output sample i is the sound at time {@code i / to} seconds: there is no delay. n samples
 * become {@code ceil(n * to / from)}, and however a sound is cut into chunks, the output is the
 * same to the last bit. What is ready may wait for the next call, a quarter of what the call gives
 * at most, and none where it gives less than some tenths of a second. Below 0.9 of half the lower
 * rate the result lies within -80 dB of soxr_hq (which librosa uses); what would alias is rejected
 * by 100 dB or more. One stream a resampler, one thread at a time.
 */
public final class Resampler {
  private static final int BATCH = 256;

  /** Samples of a whole sound taken at a time. */
  private static final int PIECE = 1 << 16;

  /** Groups of outputs from which on those that fill no group wait for the next call. */
  private static final int MANY = 4;

  private final ResamplingFilter filter;
  private final int[] starts = new int[BATCH];
  private final int[] below = new int[BATCH];
  private final int[] above = new int[BATCH];
  private final float[] shares = new float[BATCH];
  private final float[] left = new float[BATCH];
  private final float[] right = new float[BATCH];

  /** Input not used up yet; starts with half a filter of silence. */
  private float[] input;

  private int filled;

  /** Samples that have left the front of {@link #input}, the silence included. */
  private long dropped;

  private long received;
  private long produced;
  private boolean flushed;

  /**
   * A stream from one rate to another.
   *
   * @param from rate of the input, in Hz
   * @param to rate of the output, in Hz
   * @throws AuricleException if one rate is more than 4096 times the other
   */
  public Resampler(int from, int to) {
    this.filter =
        ResamplingFilter.of(
            Samples.requirePositive(from, "sample rate"),
            Samples.requirePositive(to, "sample rate"));
    this.input = new float[filter.taps];
    this.filled = filter.taps / 2 - 1;
  }

  /**
   * A whole sound at another rate.
   *
   * @return {@code ceil(x.length * to / from)} samples; equal to the input where the rates are
   * @throws AuricleException if a sample is not a finite number, if the result would not fit into
   *     memory, or if one rate is more than 4096 times the other
   */
  public static float[] resample(float[] x, int from, int to) {
    return resample(x, from, to, Kernel.best(x.length));
  }

  static float[] resample(float[] x, int from, int to, Kernel kernel) {
    Samples.requireFinite(x, kernel);
    Resampler resampler = new Resampler(from, to);
    int length = requireRoom(resampler.length(x.length));
    float[] out = new float[length];
    // Piece by piece, so that the input stays in the cache.
    for (int done = 0; done < x.length; done += PIECE) {
      resampler.append(x, done, Math.min(PIECE, x.length - done));
      resampler.advance(out, Math.min(length, resampler.ready()), kernel);
    }
    resampler.append(new float[resampler.filter.taps], 0, resampler.filter.taps);
    resampler.advance(out, length, kernel);
    return out;
  }

  /** Appends the next samples and gives those that are ready, in a new array. */
  public float[] process(float[] chunk) {
    return process(chunk, 0, chunk.length);
  }

  /** As {@link #process(float[])}, of a part of an array. */
  public float[] process(float[] chunk, int offset, int count) {
    if (flushed) {
      throw new IllegalStateException("the stream has been flushed; start a new resampler");
    }
    Samples.requireFinite(chunk, offset, count, received);
    append(chunk, offset, count);
    received += count;
    return take(ready());
  }

  /** Ends the stream and gives the samples that were still waiting for more input. */
  public float[] flush() {
    if (flushed) {
      return new float[0];
    }
    flushed = true;
    append(new float[filter.taps], 0, filter.taps);
    return take(length(received));
  }

  private long length(long samples) {
    return (samples * filter.up + filter.down - 1) / filter.down;
  }

  /** Output samples to give, counted from the start; their whole filter lies within the input. */
  private long ready() {
    long complete = dropped + filled - filter.taps + 1;
    long all = complete <= 0 ? 0 : length(complete);
    // Where many are ready, whole groups, which the kernel is quickest at; of few, all, because a
    // live sound should not wait.
    int group = filter.group();
    return all - produced >= (long) MANY * group ? all / group * group : all;
  }

  /** Refuses what no array, or not even the whole heap, can hold. */
  private static int requireRoom(long samples) {
    long most = Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / Float.BYTES);
    if (samples > most) {
      throw new AuricleException(
          "found a sound that becomes "
              + samples
              + " samples, expected "
              + most
              + " at most; check its rate, resample it in smaller chunks, or give Java more memory"
              + " (-Xmx)");
    }
    return (int) samples;
  }

  private float[] take(long until) {
    int count = requireRoom(Math.max(0, until - produced));
    float[] out = new float[count];
    produce(out, 0, count, Kernel.best(count));
    drop();
    return out;
  }

  private void append(float[] chunk, int offset, int count) {
    if (filled + count > input.length) {
      input = Arrays.copyOf(input, Math.max(filled + count, 2 * input.length));
    }
    System.arraycopy(chunk, offset, input, filled, count);
    filled += count;
  }

  private void drop() {
    int unused = (int) Math.min(filled, produced * filter.down / filter.up - dropped);
    System.arraycopy(input, unused, input, 0, filled - unused);
    filled -= unused;
    dropped += unused;
  }

  /** Fills a whole sound's output up to a place. */
  private void advance(float[] out, long until, Kernel kernel) {
    int count = (int) Math.max(0, until - produced);
    produce(out, (int) produced, count, kernel);
    drop();
  }

  private void produce(float[] out, int at, int count, Kernel kernel) {
    if (filter.exact()) {
      int start = (int) (produced * filter.down / filter.up - dropped);
      int phase = (int) (produced % filter.up);
      kernel.polyphase(filter, input, start, phase, out, at, count);
      produced += count;
      return;
    }
    for (int done = 0; done < count; done += BATCH) {
      int batch = Math.min(BATCH, count - done);
      place(batch);
      kernel.dots(filter.weights, below, input, starts, filter.taps, left, batch);
      kernel.dots(filter.weights, above, input, starts, filter.taps, right, batch);
      for (int i = 0; i < batch; i++) {
        out[at + done + i] = left[i] + shares[i] * (right[i] - left[i]);
      }
      produced += batch;
    }
  }

  /** Where the next outputs' inputs and weights start. Step by step, because divisions are slow. */
  private void place(int count) {
    long place = produced * filter.down;
    int start = (int) (place / filter.up - dropped);
    long rest = place % filter.up;
    int steps = filter.down / filter.up;
    int remainder = filter.down % filter.up;
    for (int i = 0; i < count; i++) {
      starts[i] = start;
      double phase = (double) rest * filter.phases / filter.up;
      int row = (int) phase;
      shares[i] = (float) (phase - row);
      below[i] = row * filter.taps;
      above[i] = below[i] + filter.taps;
      start += steps;
      rest += remainder;
      if (rest >= filter.up) {
        rest -= filter.up;
        start++;
      }
    }
  }
}
