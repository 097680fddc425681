package dev.auricle.audio;

import dev.auricle.signal.AuricleException;
import dev.auricle.signal.Resampler;

/** What a header may claim before it is taken for damaged; generous to every real recording. */
final class Limits {
  /** Highest known: 128 channels of sixth-order ambisonics and loudspeaker arrays, doubled. */
  private static final int MOST_CHANNELS = 256;

  private static final int LEAST_RATE = 50;

  /** Studio converters end at 768 kHz. */
  private static final int HIGHEST_RATE = 768_000;

  /** No sound codec's frame is longer; a damaged one can claim to be, and would be allocated. */
  static final int MOST_SAMPLES_IN_FRAME = 1 << 21;

  /** So many packets in a row without a sample mean that none will come any more. */
  static final int MOST_BARREN_PACKETS = 100_000;

  /** Decoding a few seconds costs less than seeking past them. */
  static final int WORTH_SEEKING_SECONDS = 10;

  private Limits() {}

  static void check(String name, int sampleRate, int channels) {
    if (sampleRate < LEAST_RATE || sampleRate > HIGHEST_RATE) {
      throw Unreadable.absurd(
          name,
          "a rate of " + sampleRate + " Hz",
          "one from " + LEAST_RATE + " to " + HIGHEST_RATE + " Hz");
    }
    if (channels < 1 || channels > MOST_CHANNELS) {
      throw Unreadable.absurd(name, channels + " channels", "1 to " + MOST_CHANNELS);
    }
  }

  /**
   * A resampler between two of a sound's rates; where they lie too far apart, that is said of it.
   */
  static Resampler resampler(String name, int from, int to) {
    try {
      return new Resampler(from, to);
    } catch (AuricleException e) {
      throw new AuricleException(name + ": " + e.getMessage(), e);
    }
  }

  /** The longest clip read whole: a quarter of the heap, and as much again while it grows. */
  static int mostSamplesAtOnce() {
    return (int)
        Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 4 / Float.BYTES);
  }
}
