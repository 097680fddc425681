package dev.auricle.signal;

/**
 * Level of the peaks over the valleys in each octave, as {@code librosa.feature.spectral_contrast}
 * (Jiang and others, "Music type classification by spectral contrast feature", 2002). Agrees with
 * librosa 0.11 within 1e-3 dB.
 *
 * @param minHz upper edge of the lowest band (fmin)
 * @param octaves bands above that one (n_bands)
 * @param quantile share of a band's bins that make its peak and its valley
 */
public record SpectralContrast(double minHz, int octaves, double quantile) {
  /** librosa's defaults: from 200 Hz, six octaves, a fiftieth of the bins. */
  public static final SpectralContrast DEFAULT = new SpectralContrast(200, 6, 0.02);

  public SpectralContrast {
    Samples.requirePositive(octaves, "octaves");
    if (!(minHz > 0)) {
      throw new IllegalArgumentException("minHz must be positive, found " + minHz);
    }
    if (!(quantile > 0 && quantile < 1)) {
      throw new IllegalArgumentException("quantile must lie between 0 and 1, found " + quantile);
    }
  }

  /**
   * A band: bins from {@code from} up to, not including, {@code to}; {@code extremes} on each side.
   */
  record Band(int from, int to, int extremes) {}

  Band[] bands(int bins, int sampleRate) {
    int length = 2 * (bins - 1);
    if (minHz * Math.pow(2, octaves - 1) >= 0.5 * sampleRate) {
      throw new AuricleException(
          octaves
              + " octaves from "
              + minHz
              + " Hz reach beyond half the sampling rate, "
              + sampleRate
              + " Hz: ask for fewer octaves or a lower start");
    }
    Band[] bands = new Band[octaves + 1];
    int first = 0;
    for (int band = 0; band <= octaves; band++) {
      double low = band == 0 ? 0 : minHz * Math.pow(2, band - 1);
      double high = minHz * Math.pow(2, band);
      while ((double) first * sampleRate / length < low) {
        first++;
      }
      int from = first;
      int to = from;
      while (to < bins && (double) to * sampleRate / length <= high) {
        to++;
      }
      if (to == from) {
        throw new AuricleException(
            "no bin of a transform of "
                + length
                + " lies between "
                + low
                + " and "
                + high
                + " Hz: use a longer transform");
      }
      from -= band > 0 ? 1 : 0;
      to = band == octaves ? bins : to;
      int extremes = Math.max(1, (int) Math.rint(quantile * (to - from)));
      // All bands but the highest leave their last bin to the next.
      bands[band] = new Band(from, band < octaves ? to - 1 : to, extremes);
    }
    return bands;
  }

  /**
   * Contrast of each band, lowest first.
   *
   * @param magnitude bins x frames, of a transform of even length; none negative
   * @return (octaves + 1) x frames, in dB
   * @throws AuricleException if the bands reach beyond half the sampling rate
   */
  public Matrix compute(Matrix magnitude, int sampleRate) {
    Kernel kernel = Kernel.best(magnitude.values().length);
    int lanes = kernel.lanes();
    Extremes extremes = new Extremes(magnitude.rows(), sampleRate, magnitude.columns(), kernel);
    float[] block = new float[magnitude.rows() * lanes];
    for (int t = 0; t < magnitude.columns(); t += lanes) {
      magnitude.takeBlock(block, lanes, t);
      extremes.add(block, t);
    }
    return extremes.contrast();
  }

  /** Peaks and valleys, collected block by block. */
  final class Extremes {
    private final Band[] bands;
    private final ShapeKernel shapes;
    private final int lanes;
    private final Matrix peaks;
    private final Matrix valleys;
    private final float[] low;
    private final float[] high;
    private final int[] work;

    Extremes(int bins, int sampleRate, int frames, Kernel kernel) {
      this.bands = bands(bins, sampleRate);
      this.shapes = kernel.shapes();
      this.lanes = kernel.lanes();
      this.peaks = Matrix.zeros(bands.length, frames);
      this.valleys = Matrix.zeros(bands.length, frames);
      this.low = new float[lanes];
      this.high = new float[lanes];
      int most = 0;
      for (Band band : bands) {
        most = Math.max(most, 2 * band.extremes + band.to - band.from);
      }
      this.work = new int[most * lanes];
    }

    /** Takes a block of magnitudes, of the frames from {@code first} on. */
    void add(float[] magnitude, int first) {
      for (int row = 0; row < bands.length; row++) {
        shapes.extremes(magnitude, bands[row], work, low, high);
        valleys.putRow(row, low, lanes, first);
        peaks.putRow(row, high, lanes, first);
      }
    }

    /** The level of the peaks over the valleys; both are clipped at 80 dB below their loudest. */
    Matrix contrast() {
      Matrix contrast = Decibels.OF_POWER.fromPower(peaks);
      float[] lows = Decibels.OF_POWER.fromPower(valleys).values();
      for (int i = 0; i < lows.length; i++) {
        contrast.values()[i] -= lows[i];
      }
      return contrast;
    }
  }
}
