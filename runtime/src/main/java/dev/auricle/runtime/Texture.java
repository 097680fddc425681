package dev.auricle.runtime;

import dev.auricle.signal.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers on the fine grain of a spectrum, which tells instruments of one pitch apart: how far
 * single mel bands stand out from their neighbours, the higher cepstral coefficients, and which
 * bands swell together.
 */
final class Texture {
  private static final int MOST_GROUPS = 16;
  private static final int AROUND = 4;

  /** Cepstral coefficients up to this one are asked for; the first of them are the MFCC's own. */
  static final int HIGHEST = 60;

  private Texture() {}

  private static int groups(int melBands) {
    return Math.min(MOST_GROUPS, melBands);
  }

  /** Names of the numbers, in the order of {@link #write}. */
  static List<String> names(int melBands, int coefficients) {
    List<String> names = new ArrayList<>();
    int groups = groups(melBands);
    for (int g = 1; g <= groups; g++) {
      names.add("grain_" + g + "_deviation");
      names.add("grain_" + g + "_peak");
    }
    for (int i = coefficients + 1; i <= Math.min(HIGHEST, melBands); i++) {
      names.add("cepstrum_" + i);
    }
    for (int g = 1; g <= groups; g++) {
      for (int h = g + 1; h <= groups; h++) {
        names.add("band_correlation_" + g + "_" + h);
      }
    }
    return names;
  }

  /**
   * Writes the numbers; gives where they end.
   *
   * @param levels in dB, {@code [mel bands, frames]}
   * @param cepstrum at least the first {@link #HIGHEST} coefficients, or as many as there are bands
   * @param coefficients that are the MFCC's own and left out here
   */
  static int write(Matrix levels, Matrix cepstrum, int coefficients, float[] out, int at) {
    int frames = levels.columns();
    int groups = groups(levels.rows());
    double[] deviation = new double[groups];
    double[] peak = new double[groups];
    double[][] band = new double[groups][frames];
    double[] above = new double[levels.rows()];
    for (int t = 0; t < frames; t++) {
      for (int row = 0; row < above.length; row++) {
        above[row] = levels.get(row, t) - around(levels, row, t);
      }
      for (int g = 0; g < groups; g++) {
        int from = g * above.length / groups;
        int to = (g + 1) * above.length / groups;
        double sum = 0;
        double squares = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int row = from; row < to; row++) {
          sum += above[row];
          squares += above[row] * above[row];
          highest = Math.max(highest, above[row]);
          band[g][t] += levels.get(row, t) / (to - from);
        }
        double mean = sum / (to - from);
        deviation[g] += Math.sqrt(Math.max(0, squares / (to - from) - mean * mean)) / frames;
        peak[g] += highest / frames;
      }
    }
    int end = at;
    for (int g = 0; g < groups; g++) {
      out[end++] = (float) deviation[g];
      out[end++] = (float) peak[g];
    }
    for (int i = coefficients; i < Math.min(HIGHEST, levels.rows()); i++) {
      double sum = 0;
      for (int t = 0; t < frames; t++) {
        sum += Math.abs(cepstrum.get(i, t)) / frames;
      }
      out[end++] = (float) sum;
    }
    return Dynamics.correlations(band, out, end);
  }

  /** Mean level of a band and its four neighbours on each side. */
  private static double around(Matrix levels, int row, int t) {
    int from = Math.max(0, row - AROUND);
    int to = Math.min(levels.rows(), row + AROUND + 1);
    double sum = 0;
    for (int other = from; other < to; other++) {
      sum += levels.get(other, t);
    }
    return sum / (to - from);
  }
}
