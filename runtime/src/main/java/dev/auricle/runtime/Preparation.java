package dev.auricle.runtime;

import dev.auricle.audio.AudioClip;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a clip's samples before the front-end: resample, trim silence at both ends, bring
 * to a fixed length.
 *
 * @param sampleRate rate after resampling, in Hz
 * @param trimDb samples at the ends that lie more than this many dB below the loudest frame are
 *     cut; null keeps them
 * @param seconds length after a centre crop, or after padding with zeros on both sides; null keeps
 *     the length
 */
public record Preparation(int sampleRate, @Nullable Double trimDb, @Nullable Double seconds) {
  /** Prepared samples, at {@link #sampleRate()}. */
  public float[] apply(AudioClip clip) {
    throw new UnsupportedOperationException();
  }

  /** Samples in a clip of the fixed length, or -1 where the length is free. */
  public int length() {
    Double fixed = seconds;
    return fixed == null ? -1 : (int) Math.round(fixed * sampleRate);
  }
}
