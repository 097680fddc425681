package dev.auricle.runtime;

import dev.auricle.signal.Matrix;
import dev.auricle.signal.Stft;
import dev.auricle.signal.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast the level of each of 16 frequency bands goes up and down: the modulation spectrum. A
 * band's level in dB, less its mean over the clip, is transformed in stretches of 256 frames; of
 * each range of rates comes the root mean square, as {@code ln(1 + x)}. Speech moves at 2 to 8 Hz,
 * rain hardly at all, a clock at its own rate.
 */
final class Modulation {
  private static final int STRETCH = 256;
  private static final int MOST_BANDS = 16;
  private static final double[] EDGES = {0.3, 1, 2, 4, 8};

  private final int bands;
  private final int[] firstBin;
  private final Stft stft =
      Stft.of(STRETCH, STRETCH).withWindow(Window.RECTANGULAR).withCentred(false);

  /**
   * @param melBands rows of the tables to come
   * @param framesPerSecond their columns' rate
   */
  Modulation(int melBands, double framesPerSecond) {
    bands = Math.min(MOST_BANDS, melBands);
    firstBin = new int[EDGES.length + 1];
    for (int e = 0; e < EDGES.length; e++) {
      int bin = (int) Math.ceil(EDGES[e] * STRETCH / framesPerSecond);
      firstBin[e] = Math.min(stft.bins(), bin);
    }
    firstBin[EDGES.length] = stft.bins();
  }

  /** Names of the numbers, in the order of {@link #write}. */
  static List<String> names(int melBands) {
    List<String> names = new ArrayList<>();
    for (int band = 1; band <= Math.min(MOST_BANDS, melBands); band++) {
      for (int range = 1; range <= EDGES.length; range++) {
        names.add("modulation_" + band + "_" + range);
      }
    }
    return names;
  }

  /** Writes the numbers of a table in dB, {@code [mel bands, frames]}; gives where they end. */
  int write(Matrix levels, float[] out, int at) {
    int frames = levels.columns();
    int stretches = (frames + STRETCH - 1) / STRETCH;
    int length = stretches * STRETCH;
    // One after the other, so that all are transformed at once.
    float[] lines = new float[bands * length];
    for (int band = 0; band < bands; band++) {
      centred(levels, band, lines, band * length);
    }
    Matrix power = stft.power(lines);
    double[] squares = new double[stft.bins()];
    int end = at;
    for (int band = 0; band < bands; band++) {
      for (int bin = 0; bin < squares.length; bin++) {
        squares[bin] = 0;
        for (int s = band * stretches; s < (band + 1) * stretches; s++) {
          squares[bin] += power.get(bin, s) / frames;
        }
      }
      for (int range = 0; range < EDGES.length; range++) {
        double sum = 0;
        for (int bin = firstBin[range]; bin < firstBin[range + 1]; bin++) {
          sum += squares[bin];
        }
        int bins = Math.max(1, firstBin[range + 1] - firstBin[range]);
        out[end++] = (float) Math.log1p(Math.sqrt(sum / bins));
      }
    }
    return end;
  }

  /** A band's mean level in each frame, less its mean over the clip. */
  private void centred(Matrix levels, int band, float[] lines, int at) {
    int from = band * levels.rows() / bands;
    int to = (band + 1) * levels.rows() / bands;
    double mean = 0;
    for (int t = 0; t < levels.columns(); t++) {
      double sum = 0;
      for (int row = from; row < to; row++) {
        sum += levels.get(row, t);
      }
      lines[at + t] = (float) (sum / (to - from));
      mean += lines[at + t] / levels.columns();
    }
    for (int t = 0; t < levels.columns(); t++) {
      lines[at + t] -= (float) mean;
    }
  }
}
