package dev.auricle.runtime;

import dev.auricle.signal.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers on how a clip's spectrum goes its way that the summary of each feature by itself leaves
 * out: which MFCC move together, what the loud frames are like (silence around a sound does not
 * count), each band's mean power, and the shape of the level over time.
 */
final class Dynamics {
  private static final int MOST_CORRELATED = 14;
  private static final int MOST_LEVELS = 32;
  private static final double[] BELOW_PEAK = {10, 20, 40, 60};

  private Dynamics() {}

  /** Names of the numbers, in the order of {@link #write}. */
  static List<String> names(int melBands, int coefficients) {
    List<String> names = new ArrayList<>();
    int correlated = Math.min(MOST_CORRELATED, coefficients);
    for (int i = 1; i <= correlated; i++) {
      for (int j = i + 1; j <= correlated; j++) {
        names.add("correlation_" + i + "_" + j);
      }
    }
    for (int i = 1; i <= coefficients; i++) {
      names.add("loud_mfcc_" + i + "_mean");
      names.add("loud_mfcc_" + i + "_deviation");
    }
    for (int band = 1; band <= Math.min(MOST_LEVELS, melBands); band++) {
      names.add("level_" + band);
    }
    names.addAll(List.of("peak_time", "energy_time", "energy_spread"));
    for (double below : BELOW_PEAK) {
      names.add("share_above_" + (int) below);
    }
    names.addAll(List.of("level_mean", "level_deviation", "level_change", "seconds"));
    return names;
  }

  /**
   * Writes the numbers; gives where they end.
   *
   * @param levels in dB, {@code [mel bands, frames]}
   * @param cepstrum {@code [coefficients, frames]}
   * @param framesPerSecond the columns' rate
   */
  static int write(Matrix levels, Matrix cepstrum, double framesPerSecond, float[] out, int at) {
    int frames = levels.columns();
    double[] energy = new double[frames];
    double[] bands = new double[levels.rows()];
    for (int row = 0; row < levels.rows(); row++) {
      int from = row * frames;
      double sum = 0;
      for (int t = 0; t < frames; t++) {
        double power = Powers.ofLevel(levels.values()[from + t]);
        energy[t] += power;
        sum += power;
      }
      bands[row] = sum / frames;
    }
    int end = correlations(cepstrum, out, at);
    end = loud(cepstrum, energy, out, end);
    int groups = Math.min(MOST_LEVELS, bands.length);
    for (int g = 0; g < groups; g++) {
      int from = g * bands.length / groups;
      int to = (g + 1) * bands.length / groups;
      double sum = 0;
      for (int row = from; row < to; row++) {
        sum += bands[row];
      }
      out[end++] = (float) (10 * Math.log10(sum / (to - from)));
    }
    return envelope(energy, framesPerSecond, out, end);
  }

  private static int correlations(Matrix cepstrum, float[] out, int at) {
    double[][] rows = new double[Math.min(MOST_CORRELATED, cepstrum.rows())][cepstrum.columns()];
    for (int i = 0; i < rows.length; i++) {
      for (int t = 0; t < rows[i].length; t++) {
        rows[i][t] = cepstrum.get(i, t);
      }
    }
    return correlations(rows, out, at);
  }

  /**
   * Pearson's correlation of each two rows; 0 where one does not move. Gives where they end.
   *
   * @param rows {@code double[rows][frames]}, which is overwritten
   */
  static int correlations(double[][] rows, float[] out, int at) {
    for (double[] row : rows) {
      double mean = 0;
      for (double value : row) {
        mean += value / row.length;
      }
      double squares = 0;
      for (int t = 0; t < row.length; t++) {
        row[t] -= mean;
        squares += row[t] * row[t];
      }
      double scale = squares > 1e-6 * row.length ? 1 / Math.sqrt(squares) : 0;
      for (int t = 0; t < row.length; t++) {
        row[t] *= scale;
      }
    }
    int end = at;
    for (int i = 0; i < rows.length; i++) {
      for (int j = i + 1; j < rows.length; j++) {
        double sum = 0;
        for (int t = 0; t < rows[i].length; t++) {
          sum += rows[i][t] * rows[j][t];
        }
        out[end++] = (float) sum;
      }
    }
    return end;
  }

  /** Mean and deviation of each MFCC over frames that count by their energy. */
  private static int loud(Matrix cepstrum, double[] energy, float[] out, int at) {
    double all = 0;
    for (double e : energy) {
      all += e;
    }
    int end = at;
    for (int i = 0; i < cepstrum.rows(); i++) {
      double mean = 0;
      for (int t = 0; t < energy.length; t++) {
        mean += energy[t] / all * cepstrum.get(i, t);
      }
      double variance = 0;
      for (int t = 0; t < energy.length; t++) {
        double difference = cepstrum.get(i, t) - mean;
        variance += energy[t] / all * difference * difference;
      }
      out[end++] = (float) mean;
      out[end++] = (float) Math.sqrt(variance);
    }
    return end;
  }

  /** The level over time, in dB below its peak; times as shares of the clip. */
  private static int envelope(double[] energy, double framesPerSecond, float[] out, int at) {
    int frames = energy.length;
    int peak = 0;
    double all = 0;
    double time = 0;
    for (int t = 0; t < frames; t++) {
      peak = energy[t] > energy[peak] ? t : peak;
      all += energy[t];
      time += energy[t] * t / frames;
    }
    time /= all;
    double spread = 0;
    double mean = 0;
    double squares = 0;
    double change = 0;
    double[] above = new double[BELOW_PEAK.length];
    double before = 0;
    for (int t = 0; t < frames; t++) {
      double level = 10 * Math.log10(energy[t] / energy[peak]);
      double away = (double) t / frames - time;
      spread += energy[t] / all * away * away;
      mean += level / frames;
      squares += level * level / frames;
      change += t > 0 ? Math.abs(level - before) / (frames - 1) : 0;
      before = level;
      for (int b = 0; b < above.length; b++) {
        above[b] += level > -BELOW_PEAK[b] ? 1.0 / frames : 0;
      }
    }
    int end = at;
    out[end++] = (float) peak / frames;
    out[end++] = (float) time;
    out[end++] = (float) Math.sqrt(spread);
    for (double share : above) {
      out[end++] = (float) share;
    }
    out[end++] = (float) mean;
    out[end++] = (float) Math.sqrt(Math.max(0, squares - mean * mean));
    out[end++] = (float) change;
    out[end++] = (float) (frames / framesPerSecond);
    return end;
  }
}
