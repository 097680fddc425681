package dev.auricle.audio;

/**
 * A sound's mono samples at its stored rate, a frame at a time, cut to the stretch asked for.
 *
 * <p>The first frame is decoded on opening: only then is it certain that there is sound, and at
 * what rate (AAC headers may state half of it).
 */
final class FrameSamples implements AutoCloseable {
  /** More channels than the largest loudspeaker arrays; a damaged header can claim thousands. */
  private static final int MOST_CHANNELS = 256;

  private static final int LEAST_RATE = 50;
  private static final int HIGHEST_RATE = 1_536_000;

  private final Container container;
  private final Decoder decoder;
  private final Downmix downmix;
  private final ReadOptions options;
  private final AudioInfo info;
  private final int sampleRate;
  private final long start;
  private final long end;

  /** Samples decoded so far, counted from the start of the sound. */
  private long position;

  private boolean pending = true;
  private float[] samples = new float[0];

  FrameSamples(ByteSource source, String name, ReadOptions options) {
    this.options = options;
    downmix = new Downmix(options.channel());
    container = new Container(source, name);
    Decoder opening = null;
    boolean opened = false;
    try {
      opening = new Decoder(container);
      decoder = opening;
      if (!decoder.next()) {
        throw Unreadable.noSamples(name, container.info(), FfmpegLog.take());
      }
      sampleRate = decoder.frame().sample_rate();
      int channels = decoder.frame().ch_layout().nb_channels();
      check(name, channels);
      AudioInfo stated = container.info();
      info =
          new AudioInfo(
              stated.container(),
              stated.codec(),
              sampleRate,
              channels,
              stated.bitsPerSample(),
              stated.seconds(),
              stated.tags());
      start = Math.round(options.startSeconds() * sampleRate);
      end = Math.round(Math.min(options.endSeconds(), 1e12) * sampleRate);
      opened = true;
    } finally {
      if (!opened) {
        if (opening != null) {
          opening.close();
        }
        container.close();
      }
    }
  }

  private void check(String name, int channels) {
    if (sampleRate < LEAST_RATE || sampleRate > HIGHEST_RATE) {
      throw Unreadable.absurd(
          name,
          "a rate of " + sampleRate + " Hz",
          "one from " + LEAST_RATE + " to " + HIGHEST_RATE + " Hz");
    }
    if (channels > MOST_CHANNELS) {
      throw Unreadable.absurd(name, channels + " channels", "at most " + MOST_CHANNELS);
    }
    if (options.channel() >= channels) {
      throw Unreadable.noSuchChannel(name, options.channel(), channels);
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
    while (position < end && (pending || decoder.next())) {
      pending = false;
      int length = downmix.apply(decoder.frame(), decoder.gap());
      samples = downmix.samples();
      long frameStart = position;
      position += length;
      if (position > options.maxSeconds() * sampleRate) {
        throw Unreadable.tooLong(container.name(), options.maxSeconds(), "cut it shorter");
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
    if (position <= start && start > 0) {
      throw Unreadable.outside(container.name(), position / (double) sampleRate, options);
    }
    return -1;
  }

  @Override
  public void close() {
    decoder.close();
    container.close();
  }
}
