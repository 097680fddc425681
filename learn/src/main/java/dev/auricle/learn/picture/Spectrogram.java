package dev.auricle.learn.picture;

import dev.auricle.audio.AudioClip;
import dev.auricle.signal.AuricleException;
import dev.auricle.signal.Matrix;
import dev.auricle.signal.Stft;
import java.util.Arrays;

/**
 * Levels over time and frequency at the resolution of a picture: mean power of the frames and bins
 * that fall on each cell, in dB below the loudest cell.
 *
 * @param levels {@code float[rows][columns]}, row 0 the lowest frequency; dB, at most 0, and -200
 *     everywhere where there is no sound at all
 * @param seconds that the columns cover
 * @param lowHz lower end of row 0
 * @param highHz upper end of the last row
 * @param scale how rows divide that range
 */
public record Spectrogram(
    float[][] levels, double seconds, double lowHz, double highHz, FrequencyScale scale) {
  /** Least length of a frame; the next higher power of two samples is taken (32 to 50 ms). */
  private static final double FRAME_SECONDS = 0.025;

  private static final double FLOOR = 1e-12;

  /** Below every level that a sound has, in dB. */
  private static final float SILENCE = -200;

  /** Frames transformed at once, so that a long recording needs no more memory than a short one. */
  private static final int FRAMES_AT_ONCE = 512;

  /** The whole range up to half the sample rate. */
  public static Spectrogram of(AudioClip clip, FrequencyScale scale, int rows, int columns) {
    return of(clip, scale, rows, columns, 0, clip.sampleRate() / 2.0);
  }

  /**
   * The range from {@code lowHz} to {@code highHz}, at most half the sample rate.
   *
   * @throws AuricleException if the sound holds nothing at {@code lowHz}, its rate being too low
   */
  public static Spectrogram of(
      AudioClip clip, FrequencyScale scale, int rows, int columns, double lowHz, double highHz) {
    double top = Math.min(highHz, clip.sampleRate() / 2.0);
    if (lowHz >= clip.sampleRate() / 2.0) {
      throw new AuricleException(
          "a sound at %d Hz holds nothing above %d Hz, and the picture is to start at %.0f Hz"
              .formatted(clip.sampleRate(), clip.sampleRate() / 2, lowHz));
    }
    if (!(lowHz >= 0 && lowHz < top) || rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "expected 0 <= low < high and at least one row and column, found %s to %s Hz, %d x %d"
              .formatted(lowHz, top, rows, columns));
    }
    int length = Integer.highestOneBit((int) Math.max(32, clip.sampleRate() * FRAME_SECONDS)) * 2;
    double[][] sums = new double[rows][columns];
    double[] counts = new double[columns];
    float[] samples = clip.samples();
    int hop = Math.max(1, Math.min(length / 4, samples.length / columns));
    Stft stft = Stft.of(length, hop).withCentred(false);
    RowWeights weights =
        RowWeights.of(scale, rows, lowHz, top, clip.sampleRate() / (double) length, stft.bins());
    int frames = Math.max(1, (samples.length + hop - 1) / hop);
    for (int first = 0; first < frames; first += FRAMES_AT_ONCE) {
      int start = first * hop;
      int count = Math.min(FRAMES_AT_ONCE, frames - first);
      Matrix power = stft.power(piece(samples, start - length / 2, (count - 1) * hop + length));
      for (int t = 0; t < power.columns(); t++) {
        int centre = start + t * hop;
        int column =
            (int) Math.min(columns - 1L, (long) centre * columns / Math.max(1, samples.length));
        weights.add(power, t, sums, column);
        counts[column]++;
      }
    }
    return new Spectrogram(decibels(sums, counts), clip.seconds(), lowHz, top, scale);
  }

  /** Level of a cell, in dB below the loudest. */
  public double level(int row, int column) {
    return levels[row][column];
  }

  private static float[] piece(float[] samples, int from, int length) {
    float[] piece = new float[length];
    int first = Math.max(0, from);
    int last = Math.min(samples.length, from + length);
    if (last > first) {
      System.arraycopy(samples, first, piece, first - from, last - first);
    }
    return piece;
  }

  /** Means in dB; a column without a frame of its own repeats its left neighbour. */
  private static float[][] decibels(double[][] sums, double[] frames) {
    float[][] levels = new float[sums.length][frames.length];
    double loudest = FLOOR;
    for (double[] row : sums) {
      for (int c = 0; c < row.length; c++) {
        row[c] = frames[c] > 0 ? row[c] / frames[c] : c > 0 ? row[c - 1] : 0;
        loudest = Math.max(loudest, row[c]);
      }
    }
    if (loudest == FLOOR) { // Nothing is loudest, so nothing is bright.
      for (float[] row : levels) {
        Arrays.fill(row, SILENCE);
      }
      return levels;
    }
    for (int r = 0; r < levels.length; r++) {
      for (int c = 0; c < levels[r].length; c++) {
        levels[r][c] = (float) (10 * Math.log10(Math.max(FLOOR, sums[r][c]) / loudest));
      }
    }
    return levels;
  }

  /** Rows as weighted means of bins: a triangle around each row's middle, at least one bin wide. */
  private record RowWeights(int[] first, double[][] weights) {
    static RowWeights of(
        FrequencyScale scale, int rows, double low, double high, double binHz, int bins) {
      int[] first = new int[rows];
      double[][] weights = new double[rows][];
      for (int r = 0; r < rows; r++) {
        double centre = scale.frequency((r + 0.5) / rows, low, high) / binHz;
        double below = scale.frequency(Math.max(0, (r - 0.5) / rows), low, high) / binHz;
        double above = scale.frequency(Math.min(1, (r + 1.5) / rows), low, high) / binHz;
        double reachDown = Math.max(1, centre - below);
        double reachUp = Math.max(1, above - centre);
        int from = Math.max(0, (int) Math.ceil(centre - reachDown));
        int to = Math.min(bins - 1, (int) Math.floor(centre + reachUp));
        double[] row = new double[Math.max(1, to - from + 1)];
        double sum = 0;
        for (int b = 0; b < row.length; b++) {
          double distance = from + b - centre;
          double reach = distance < 0 ? reachDown : reachUp;
          row[b] = Math.max(1e-9, 1 - Math.abs(distance) / reach);
          sum += row[b];
        }
        double total = sum;
        first[r] = Math.min(from, bins - 1);
        weights[r] = Arrays.stream(row).map(w -> w / total).toArray();
      }
      return new RowWeights(first, weights);
    }

    void add(Matrix power, int frame, double[][] sums, int column) {
      for (int r = 0; r < first.length; r++) {
        double sum = 0;
        for (int b = 0; b < weights[r].length; b++) {
          sum += weights[r][b] * power.get(first[r] + b, frame);
        }
        sums[r][column] += sum;
      }
    }
  }
}
