package dev.auricle.signal;

/**
 * The inner loops. There are two kinds: plain Java, and the JDK's Vector API where the virtual
 * machine has it. Both carry out the same operations in the same order, so that their results are
 * equal to the last bit, on whatever processor.
 *
 * <p>Blocks are laid out {@code [rows][lanes]}: a lane is a frame, and all lanes go through a loop
 * together.
 */
interface Kernel {
  /** Frames in a block. */
  int lanes();

  /** Transforms in double precision, as librosa's are: within 1e-7 of a frame's largest value. */
  PreciseFft preciseFft(Frames frames);

  /**
   * Transforms in float where that is quicker: within 1e-6 of a frame's largest value, which shows
   * only in bins more than 80 dB below it.
   */
  BlockFft quickFft(Frames frames);

  /**
   * Weighted sums of a block's rows.
   *
   * @param rows block, {@code [bank.bins()][lanes]}
   * @param out receives a block, {@code [bank.bands()][lanes]}
   */
  void apply(FilterBank bank, float[] rows, float[] out);

  /** Replaces values by their square roots. */
  void squareRoots(float[] values);

  /**
   * Replaces values by {@code factor * ln(max(floor, value))}; the floor must be a normal number.
   */
  void logarithms(float[] values, float floor, float factor);

  /**
   * Adds to values, then raises those that lie more than {@code range} below the largest; an
   * infinite range leaves them.
   */
  void shiftAndClip(float[] values, float shift, float range);

  /** Whether all values are numbers, and finite. */
  boolean allFinite(float[] values);

  /** The quickest kernel that this virtual machine can run. */
  static Kernel best() {
    return Kernels.BEST;
  }
}
