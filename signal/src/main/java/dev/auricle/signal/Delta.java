package dev.auricle.signal;

import java.util.Arrays;

/**
 * The rate of change of each row over time, as {@code librosa.feature.delta}: the slope (or a
 * higher derivative) of the polynomial of that degree fitted to a moving window (Savitzky and
 * Golay). In units a frame. Agrees with librosa 0.11 within 1e-3.
 */
public final class Delta {
  private Delta() {}

  /** What stands in for frames before the first and after the last. */
  public enum Edges {
    /** The polynomial fitted to the first and last full window (librosa's default). */
    INTERPOLATED,
    /** The first and last frame, repeated. */
    NEAREST
  }

  /**
   * Derivatives along time.
   *
   * @param features rows x frames
   * @param width frames in the window, odd and at least 3
   * @param order 1 for the slope, 2 for the curvature, and so on; below width
   * @return rows x frames
   * @throws AuricleException if edges are interpolated and there are fewer frames than {@code
   *     width}
   */
  public static Matrix compute(Matrix features, int width, int order, Edges edges) {
    float[] weights = weights(width, order);
    int frames = features.columns();
    int half = width / 2;
    if (edges == Edges.INTERPOLATED && width > frames) {
      throw new AuricleException(
          "a delta over "
              + width
              + " frames needs that many, found "
              + frames
              + ": give a longer sound, a smaller width, or edges that repeat the last frame");
    }
    Matrix out = Matrix.zeros(features.rows(), frames);
    double[] values = new double[frames + 2 * half];
    double[] slopes = new double[frames];
    for (int row = 0; row < features.rows(); row++) {
      int start = row * frames;
      for (int t = 0; t < values.length; t++) {
        values[t] = features.values()[start + Math.max(0, Math.min(frames - 1, t - half))];
      }
      slopes(values, weights, slopes);
      for (int t = 0; t < frames; t++) {
        // The fitted polynomial's highest derivative is constant, so an edge's is its window's.
        int centre = edges == Edges.NEAREST ? t : Math.max(half, Math.min(frames - 1 - half, t));
        out.values()[start + t] = (float) slopes[centre];
      }
    }
    return out;
  }

  /** Weighted sums of the windows of a row; a weight at a time, which HotSpot makes vectors of. */
  private static void slopes(double[] values, float[] weights, double[] sums) {
    Arrays.fill(sums, 0);
    for (int k = 0; k < weights.length; k++) {
      double weight = weights[k];
      for (int t = 0; t < sums.length; t++) {
        sums[t] += weight * values[t + k];
      }
    }
  }

  /** librosa's defaults: nine frames, interpolated edges. */
  public static Matrix compute(Matrix features, int order) {
    return compute(features, 9, order, Edges.INTERPOLATED);
  }

  /**
   * The n-th derivative is n! times the fit's highest coefficient, which is the projection onto the
   * monic polynomial of degree n that is orthogonal to all lower ones.
   */
  private static float[] weights(int width, int order) {
    if (width < 3 || width % 2 == 0) {
      throw new IllegalArgumentException("width must be odd and at least 3, found " + width);
    }
    if (order < 1 || order >= width) {
      throw new IllegalArgumentException(
          "order must lie in 1.." + (width - 1) + ", found " + order);
    }
    double[][] basis = new double[order + 1][width];
    for (int degree = 0; degree <= order; degree++) {
      for (int k = 0; k < width; k++) {
        basis[degree][k] = Math.pow(k - width / 2, degree);
      }
      for (int lower = 0; lower < degree; lower++) {
        double part = dot(basis[degree], basis[lower]) / dot(basis[lower], basis[lower]);
        for (int k = 0; k < width; k++) {
          basis[degree][k] -= part * basis[lower][k];
        }
      }
    }
    double scale = 1 / dot(basis[order], basis[order]);
    for (int n = 2; n <= order; n++) {
      scale *= n;
    }
    float[] weights = new float[width];
    for (int k = 0; k < width; k++) {
      weights[k] = (float) (scale * basis[order][k]);
    }
    return weights;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
