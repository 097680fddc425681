package dev.auricle.runtime;

import dev.auricle.audio.AudioClip;
import dev.auricle.audio.SampleSource;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a sound that is much longer than a bundle's length into windows of that length, and holds
 * only as much of it as a few windows need.
 *
 * <p>The length is the preparation's, or 10 s where that is free. A sound of up to four lengths
 * (but of no more than a minute, or of one length), or of up to 10 s, is taken whole, as in
 * training; where the length is free, so is one that is no longer than the longest clip the bundle
 * was judged on. In a longer one each window starts half a length after the one before, and the
 * last one ends where the sound ends.
 *
 * @param length of a window, in samples
 * @param whole up to how many samples a sound is taken whole
 */
record Windows(int length, int whole) {
  private static final double FREE_SECONDS = 10;
  private static final int WHOLE_SECONDS = 10;
  private static final int MOST_WHOLE_SECONDS = 60;
  private static final int WHOLE_LENGTHS = 4;

  private static final int MOST_SAMPLES = Integer.MAX_VALUE / 2;

  /** Room for a second or two of sound; grows where there is more. */
  private static final int FIRST_ROOM = 1 << 16;

  /** Hears windows, some at a time. */
  @FunctionalInterface
  interface Listener {
    void hear(List<AudioClip> windows);
  }

  /** Those of a bundle: its preparation, and the length of the longest clip it was judged on. */
  static Windows of(Preparation preparation, double longestSeconds) {
    int rate = preparation.sampleRate();
    int length = preparation.length() > 0 ? preparation.length() : (int) (FREE_SECONDS * rate);
    long several =
        Math.min((long) WHOLE_LENGTHS * length, Math.max(length, (long) MOST_WHOLE_SECONDS * rate));
    long asJudged = preparation.length() > 0 ? 0 : (long) Math.ceil(longestSeconds * rate);
    long whole = Math.max(Math.max(several, (long) WHOLE_SECONDS * rate), asJudged);
    return new Windows(length, (int) Math.min(whole, MOST_SAMPLES));
  }

  /** Samples of a clip, one after the other. */
  static SampleSource source(AudioClip clip) {
    FloatBuffer rest = FloatBuffer.wrap(clip.samples());
    return (buffer, offset, length) -> {
      int count = Math.min(length, rest.remaining());
      rest.get(buffer, offset, count);
      return count == 0 ? -1 : count;
    };
  }

  boolean takesWhole(AudioClip clip) {
    return clip.samples().length <= whole;
  }

  private int hop() {
    return Math.max(1, length / 2);
  }

  /**
   * Cuts a sound at {@code sampleRate} Hz.
   *
   * @return how many samples it held
   */
  long cut(SampleSource source, int sampleRate, Listener listener) {
    // One sample more than may be whole tells whether there is more.
    int room = Math.max(whole + 1, length + hop());
    float[] buffer = new float[Math.min(room, FIRST_ROOM)];
    int filled = fill(source, buffer, 0);
    while (filled == buffer.length && filled < room) {
      buffer = Arrays.copyOf(buffer, Math.min(room, 2 * filled));
      filled = fill(source, buffer, filled);
    }
    if (filled <= whole) {
      if (filled > 0) {
        listener.hear(List.of(window(buffer, 0, filled, sampleRate)));
      }
      return filled;
    }
    long total = filled;
    int start = 0;
    while (start + length <= filled) {
      List<AudioClip> windows = new ArrayList<>();
      for (; start + length <= filled; start += hop()) {
        windows.add(window(buffer, start, length, sampleRate));
      }
      listener.hear(windows);
      // The newest window moves to the front: the sound's last window may have to reach back.
      int newest = start - hop();
      filled -= newest;
      System.arraycopy(buffer, newest, buffer, 0, filled);
      start = hop();
      total -= filled;
      filled = fill(source, buffer, filled);
      total += filled;
    }
    if (filled > length) {
      listener.hear(List.of(window(buffer, filled - length, length, sampleRate)));
    }
    return total;
  }

  private static AudioClip window(float[] buffer, int start, int length, int sampleRate) {
    return new AudioClip(Arrays.copyOfRange(buffer, start, start + length), sampleRate);
  }

  /** Reads until the buffer is full or the sound ends; gives the buffer's new fill. */
  private static int fill(SampleSource source, float[] buffer, int from) {
    int filled = from;
    while (filled < buffer.length) {
      int count = source.read(buffer, filled, buffer.length - filled);
      if (count < 0) {
        break;
      }
      filled += count;
    }
    return filled;
  }
}
