package dev.auricle.signal;

/**
 * Fourier transforms of the frames of one sound, a block of neighbouring frames at a time. Holds
 * working memory: one thread at a time.
 *
 * <p>A block is laid out {@code [bins][lanes]}: the value of bin k in the block's frame f is at
 * {@code k * lanes + f}. What stands in frames past the last is of no meaning.
 */
interface BlockFft {
  /** Squared magnitudes of the frames from {@code first} on. */
  void power(int first, float[] power);
}
