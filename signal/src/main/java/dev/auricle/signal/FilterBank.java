package dev.auricle.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Weighted sums over a spectrum's bins: mel or chroma bands. Immutable and thread-safe. Only the
 * stretch of bins between a band's first and last weight is kept.
 */
public final class FilterBank {
  private final int bins;
  private final int[] first;
  private final float[][] weights;

  private FilterBank(int bins, int[] first, float[][] weights) {
    this.bins = bins;
    this.first = first;
    this.weights = weights;
  }

  /**
   * A bank from its weights.
   *
   * @param weights bands x bins
   */
  public static FilterBank of(Matrix weights) {
    int[] first = new int[weights.rows()];
    float[][] rows = new float[weights.rows()][];
    for (int band = 0; band < weights.rows(); band++) {
      float[] row = weights.row(band);
      int from = 0;
      while (from < row.length && row[from] == 0) {
        from++;
      }
      int to = row.length;
      while (to > from && row[to - 1] == 0) {
        to--;
      }
      first[band] = from == row.length ? 0 : from;
      rows[band] = Arrays.copyOfRange(row, from, to);
    }
    return new FilterBank(weights.columns(), first, rows);
  }

  public int bands() {
    return weights.length;
  }

  /** Bins of the spectra this bank reads. */
  public int bins() {
    return bins;
  }

  /** First bin of a band that has a weight. */
  int first(int band) {
    return first[band];
  }

  /** Weights of a band, from its first bin on. */
  float[] weights(int band) {
    return weights[band];
  }

  /** All weights: bands x bins. */
  public Matrix weights() {
    Matrix all = Matrix.zeros(bands(), bins);
    for (int band = 0; band < bands(); band++) {
      System.arraycopy(
          weights[band], 0, all.values(), band * bins + first[band], weights[band].length);
    }
    return all;
  }

  /**
   * Bands that hear nothing, because no bin falls into them: raise the sampling rate or the
   * transform's length, or ask for fewer bands.
   */
  public List<Integer> emptyBands() {
    List<Integer> empty = new ArrayList<>();
    for (int band = 0; band < bands(); band++) {
      if (weights[band].length == 0) {
        empty.add(band);
      }
    }
    return empty;
  }

  /**
   * The bands of each frame.
   *
   * @param spectra bins x frames
   * @return bands x frames
   */
  public Matrix apply(Matrix spectra) {
    if (spectra.rows() != bins) {
      throw new IllegalArgumentException(
          "expected spectra of " + bins + " bins, found " + spectra.rows());
    }
    Kernel kernel = Kernel.best(spectra.values().length);
    int lanes = kernel.lanes();
    Matrix out = Matrix.zeros(bands(), spectra.columns());
    float[] rows = new float[bins * lanes];
    float[] sums = new float[bands() * lanes];
    for (int t = 0; t < spectra.columns(); t += lanes) {
      spectra.takeBlock(rows, lanes, t);
      kernel.apply(this, rows, sums);
      out.putBlock(sums, lanes, t);
    }
    return out;
  }
}
