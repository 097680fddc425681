package dev.auricle.audio;

/** Gives mono samples in [-1, 1], one stretch after the other. */
@FunctionalInterface
public interface SampleSource {
  /**
   * Fills {@code buffer[offset, offset + length)} as far as there is sound.
   *
   * @return how many samples were written (at least 1), or -1 at the end
   */
  int read(float[] buffer, int offset, int length);
}
