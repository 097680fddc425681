package dev.auricle.signal;

/**
 * Numbers that describe each spectrum's shape, as librosa's functions of the same names. All take
 * magnitudes, bins x frames, of a transform of even length, and give {@code float[frames]}. They
 * agree with librosa 0.11 within 1e-4 of the largest value. {@link SpectralFeatures} gives all of
 * them from one pass over the sound.
 */
public final class SpectralShape {
  /** Powers below this count as this in {@link #flatness}. */
  static final float FLATNESS_FLOOR = 1e-10f;

  /** Its square root. */
  static final float MAGNITUDE_FLOOR = 1e-5f;

  private SpectralShape() {}

  /** Centre of mass, in Hz; 0 for silence. */
  public static float[] centroid(Matrix magnitude, int sampleRate) {
    Kernel kernel = Kernel.best(magnitude.values().length);
    ShapeKernel shapes = kernel.shapes();
    float[] bins = overBlocks(magnitude, kernel, shapes::centroid);
    return inHz(bins, magnitude.rows(), sampleRate);
  }

  /** Standard deviation around the centre of mass, in Hz; 0 for silence. */
  public static float[] bandwidth(Matrix magnitude, int sampleRate) {
    Kernel kernel = Kernel.best(magnitude.values().length);
    ShapeKernel shapes = kernel.shapes();
    float[] centre = new float[kernel.lanes()];
    float[] bins =
        overBlocks(
            magnitude,
            kernel,
            (block, rows, out) -> {
              shapes.centroid(block, rows, centre);
              shapes.bandwidth(block, rows, centre, out);
            });
    return inHz(bins, magnitude.rows(), sampleRate);
  }

  /**
   * Frequency below which a share of the spectrum's magnitude lies, in Hz: that of the first bin
   * where it is reached.
   *
   * @param share between 0 and 1; librosa's default is 0.85
   */
  public static float[] rolloff(Matrix magnitude, int sampleRate, double share) {
    float part = (float) requireShare(share);
    Kernel kernel = Kernel.best(magnitude.values().length);
    ShapeKernel shapes = kernel.shapes();
    float[] bins =
        overBlocks(magnitude, kernel, (block, rows, out) -> shapes.rolloff(block, rows, part, out));
    return inHz(bins, magnitude.rows(), sampleRate);
  }

  /**
   * Geometric mean of the squared magnitudes over their arithmetic mean: 1 for white noise, near 0
   * for a tone. Powers below 1e-10 count as 1e-10.
   */
  public static float[] flatness(Matrix magnitude) {
    Kernel kernel = Kernel.best(magnitude.values().length);
    ShapeKernel shapes = kernel.shapes();
    float[] mean = new float[kernel.lanes()];
    return overBlocks(
        magnitude,
        kernel,
        (block, rows, out) -> {
          shapes.meanLogarithm(block, rows, MAGNITUDE_FLOOR, out);
          for (int i = 0; i < block.length; i++) {
            block[i] *= block[i];
          }
          shapes.mean(block, rows, FLATNESS_FLOOR, mean);
          flatness(out, mean);
        });
  }

  /** Turns means of logarithms into flatness. */
  static void flatness(float[] meanLogarithm, float[] mean) {
    for (int lane = 0; lane < mean.length; lane++) {
      meanLogarithm[lane] = (float) (Math.exp(meanLogarithm[lane]) / mean[lane]);
    }
  }

  static double requireShare(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share must lie between 0 and 1, found " + share);
    }
    return share;
  }

  /** Places in bins, in place, as frequencies. */
  static float[] inHz(float[] places, int bins, int sampleRate) {
    double hz = sampleRate / (2.0 * (bins - 1));
    for (int t = 0; t < places.length; t++) {
      places[t] = (float) (places[t] * hz);
    }
    return places;
  }

  private interface BlockFunction {
    /** From spectra, {@code [rows][lanes]}, to a number a lane. */
    void apply(float[] spectra, int rows, float[] out);
  }

  private static float[] overBlocks(Matrix spectra, Kernel kernel, BlockFunction function) {
    int lanes = kernel.lanes();
    Matrix out = Matrix.zeros(1, spectra.columns());
    float[] block = new float[spectra.rows() * lanes];
    float[] numbers = new float[lanes];
    for (int t = 0; t < spectra.columns(); t += lanes) {
      spectra.takeBlock(block, lanes, t);
      function.apply(block, spectra.rows(), numbers);
      out.putBlock(numbers, lanes, t);
    }
    return out.values();
  }
}
