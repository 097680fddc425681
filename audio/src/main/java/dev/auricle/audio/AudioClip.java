package dev.auricle.audio;

/**
 * Mono sound in memory.
 *
 * @param samples amplitude, nominally in [-1, 1]; not copied, so treat it as read-only
 * @param sampleRate samples per second, in Hz
 */
public record AudioClip(float[] samples, int sampleRate) {
  public AudioClip {
    if (sampleRate <= 0) {
      throw new IllegalArgumentException("sampleRate must be positive, found " + sampleRate);
    }
  }

  /** Length in seconds. */
  public double seconds() {
    return samples.length / (double) sampleRate;
  }
}
