package dev.auricle.signal;

/**
 * Loops over the bins of a block of spectra, {@code [bins][lanes]}; each writes {@code
 * float[lanes]}. As {@link Kernel}, to which this belongs, in two kinds that are equal to the last
 * bit.
 */
interface ShapeKernel {
  /** Sums that {@link #addScaled} keeps for each bin, whatever the processor: as many as lanes. */
  int SUMS = 16;

  /** Values added up before what rounding takes from their sum is kept. */
  int SHORT_SUM = 16;

  /** Largest value. */
  void largest(float[] spectra, int bins, float[] out);

  /** Centre of mass, in bins; 0 where there is no mass. */
  void centroid(float[] magnitude, int bins, float[] out);

  /** Root of the mean squared distance from the centre, in bins. */
  void bandwidth(float[] magnitude, int bins, float[] centre, float[] out);

  /** First bin at which the running sum reaches {@code share} of the sum. */
  void rolloff(float[] magnitude, int bins, float share, float[] out);

  /**
   * Mean of the natural logarithms of the squares of {@code max(floor, magnitude)}. By the products
   * of two magnitudes, which fit a float wherever their squares do.
   */
  void meanLogarithm(float[] magnitude, int bins, float floor, float[] out);

  /** Mean of {@code max(floor, power)}. */
  void mean(float[] power, int bins, float floor, float[] out);

  /**
   * Adds each spectrum times its scale: lane l to sum {@code first + l} of each bin. What stands in
   * lanes of scale 0 must be finite.
   *
   * @param sums {@code [bins][SUMS]}
   */
  void addScaled(float[] spectra, int bins, float[] scales, float[] sums, int first);

  /**
   * Means of the lowest and of the highest values of a band; none is negative.
   *
   * @param work room for the band's bins and twice its extremes, {@code lanes} values each
   */
  void extremes(
      float[] magnitude, SpectralContrast.Band band, int[] work, float[] low, float[] high);

  /**
   * Appends the peaks of a block's first frames: bins above the frame's threshold and above the bin
   * before, and not below the one after; with the parabola through the three, its place and height.
   *
   * @param spectra magnitudes or powers; none is negative
   * @param from first bin looked at, at least 1
   * @param to bin after the last looked at, itself a bin
   * @param thresholds {@code float[lanes]}
   * @param places receives places in bins, from {@code count} on
   * @param heights receives heights
   * @return {@code count} and the number of peaks
   */
  int peaks(
      float[] spectra,
      int from,
      int to,
      int frames,
      float[] thresholds,
      float[] places,
      float[] heights,
      int count);
}
