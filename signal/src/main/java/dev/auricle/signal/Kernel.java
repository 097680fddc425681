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
   * Weighted sums of a block's rows, in float.
   *
   * @param rows block, {@code [bank.bins()][lanes]}
   * @param out receives a block, {@code [bank.bands()][lanes]}
   */
  void apply(FilterBank bank, float[] rows, float[] out);

  /**
   * Weighted sums of a block's rows, in double precision.
   *
   * @param weights {@code double[outputs * inputs]}, an output after the other
   * @param rows block, {@code [inputs][lanes]}
   * @param out receives a block, {@code [outputs][lanes]}
   * @param work room for {@code (inputs + outputs) * lanes} values
   */
  void multiply(
      double[] weights, int outputs, int inputs, float[] rows, float[] out, double[] work);

  /** Sums over shapes of spectra. */
  ShapeKernel shapes();

  /**
   * Sums of products: {@code out[i]} is that of {@code length} values of {@code a} from {@code
   * aFrom[i]} on and of {@code b} from {@code bFrom[i]} on.
   *
   * @param length a multiple of 16
   * @param count results; up to three more may be computed, from what the arrays hold there
   */
  void dots(float[] a, int[] aFrom, float[] b, int[] bFrom, int length, float[] out, int count);

  /**
   * Outputs of a filter bank whose phases are all tabulated, one sum an output, product after
   * product.
   *
   * @param input samples; those that outputs need must be there
   * @param start where the filter of the first output begins
   * @param phase of the first output: its number modulo {@code filter.up}
   */
  void polyphase(
      ResamplingFilter filter, float[] input, int start, int phase, float[] out, int at, int count);

  /** Square roots of the first {@code count} values. */
  void squareRoots(float[] values, float[] roots, int count);

  /**
   * Replaces values by {@code factor * ln(max(floor, value))}; the floor must be a normal number.
   */
  void logarithms(float[] values, float floor, float factor);

  /**
   * Adds to values, then raises those that lie more than {@code range} below the largest; an
   * infinite range leaves them.
   */
  void shiftAndClip(float[] values, float shift, float range);

  /**
   * How many samples after {@code from}, up to and with {@code to}, have not the sign of the one
   * before.
   *
   * @param silence is added to each sample, so that what is as near to zero counts as positive
   */
  int crossings(float[] x, int from, int to, float silence);

  /** Whether all values are numbers, and finite. */
  boolean allFinite(float[] values);

  /** The quicker kernel for a sound of that many samples, or an array of that many values. */
  static Kernel best(int size) {
    return Kernels.best(size);
  }
}
