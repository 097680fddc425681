package dev.auricle.audio;

/**
 * How a sound is to be read.
 *
 * @param sampleRate wanted rate in Hz; {@link AudioReader#NATIVE_RATE} keeps the stored one
 * @param channel the channel to take, counted from 0; {@link #MEAN} takes the mean of all
 * @param startSeconds where to begin
 * @param endSeconds where to end; infinite for the end of the sound
 * @param maxSeconds a sound that runs on for longer than this (from its start) is refused; infinite
 *     for no limit. A service that takes files from strangers should set one: a few kilobytes of
 *     FLAC can hold hours of silence
 */
public record ReadOptions(
    int sampleRate, int channel, double startSeconds, double endSeconds, double maxSeconds) {
  /** Takes the mean of all channels. */
  public static final int MEAN = -1;

  public ReadOptions {
    require(sampleRate >= 0, "sampleRate must be positive, or 0 for the stored one", sampleRate);
    require(channel >= MEAN, "channel must be 0 or more, or MEAN", channel);
    require(
        startSeconds >= 0 && startSeconds < 1e9, "startSeconds must be in [0, 1e9)", startSeconds);
    require(endSeconds > startSeconds, "endSeconds must be above startSeconds", endSeconds);
    require(maxSeconds > 0, "maxSeconds must be positive", maxSeconds);
  }

  /** The whole sound, mono by the mean of its channels, at this rate. */
  public static ReadOptions atRate(int sampleRate) {
    return new ReadOptions(sampleRate, MEAN, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** Takes one channel alone, counted from 0. */
  public ReadOptions channel(int chosen) {
    return new ReadOptions(sampleRate, chosen, startSeconds, endSeconds, maxSeconds);
  }

  /** Takes the stretch between two times alone. */
  public ReadOptions stretch(double start, double end) {
    return new ReadOptions(sampleRate, channel, start, end, maxSeconds);
  }

  /** Refuses sounds longer than this. */
  public ReadOptions atMost(double seconds) {
    return new ReadOptions(sampleRate, channel, startSeconds, endSeconds, seconds);
  }

  private static void require(boolean holds, String rule, double found) {
    if (!holds) {
      throw new IllegalArgumentException(rule + "; found " + found);
    }
  }
}
