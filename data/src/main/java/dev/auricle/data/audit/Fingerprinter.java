package dev.auricle.data.audit;

import dev.auricle.signal.FilterBank;
import dev.auricle.signal.Matrix;
import dev.auricle.signal.Stft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Makes fingerprints by which sounds can be held against each other wherever they begin and however
 * loud they are.
 *
 * <ol>
 *   <li>Power in 16 bands from 150 to 3800 Hz every 10 ms, as logarithm re the sound's strongest,
 *       floored 50 dB below it.
 *   <li>Anchors: moments at which the lower, middle or upper bands are louder than within 40 ms
 *       before and after, the loudest first.
 *   <li>Around each, 320 ms of the bands, less the mean of each band and of each moment: what is
 *       left does not know of level, equaliser or envelope.
 *   <li>The signs of 256 random projections (M. Charikar, "Similarity estimation techniques from
 *       rounding algorithms", 2002): the number of bits in which two differ grows with their angle.
 * </ol>
 */
final class Fingerprinter {
  private static final int TRANSFORM = 256;
  private static final int BANDS = 16;
  private static final int PARTS = 3;
  private static final double LOWEST = 150;
  private static final double HIGHEST = 3800;
  private static final double FLOOR = 5;
  private static final int PATCH = 32;
  private static final int APART = 4;
  private static final int FEWEST_ALLOWED = 16;
  private static final double PER_SECOND = 3.2;
  private static final double FLAT = 1e-2;
  private static final double EMPTY = 1e-9;

  private static final Stft STFT = Stft.of(TRANSFORM, Fingerprint.HOP);
  private static final FilterBank BANK = FilterBank.of(bandWeights());
  private static final float[][] PROJECTIONS = projections();

  private Fingerprinter() {}

  /** Looks at a sound. A silent one has no anchors. */
  static Fingerprint of(float[] samples, int mostAnchors) {
    if (samples.length < Fingerprint.HOP) {
      return Fingerprint.NONE;
    }
    float[][] bands = logBands(samples);
    List<Integer> frames = new ArrayList<>();
    List<long[]> bits = new ArrayList<>();
    int allowed =
        Math.min(
            mostAnchors,
            Math.max(FEWEST_ALLOWED, (int) (PER_SECOND * samples.length / ClipScan.RATE)));
    for (int frame : anchors(bands, allowed)) {
      float[] patch = patch(bands, frame);
      if (patch.length > 0) {
        frames.add(frame);
        bits.add(signs(patch));
      }
    }
    return new Fingerprint(
        frames.stream().mapToInt(Integer::intValue).toArray(), bits.toArray(new long[0][]));
  }

  /** {@code [frame][band]}, log10 re the strongest; empty for silence. */
  private static float[][] logBands(float[] samples) {
    Matrix power = BANK.apply(STFT.power(samples));
    float max = power.max();
    if (max <= EMPTY) {
      return new float[0][];
    }
    float[][] bands = new float[power.columns()][BANDS];
    double floor = Math.pow(10, -FLOOR);
    for (int t = 0; t < bands.length; t++) {
      for (int b = 0; b < BANDS; b++) {
        bands[t][b] = (float) Math.log10(power.get(b, t) / max + floor);
      }
    }
    return bands;
  }

  private static List<Integer> anchors(float[][] bands, int most) {
    Map<Integer, Double> found = new TreeMap<>();
    for (int part = 0; part < PARTS; part++) {
      double[] loudness = loudness(bands, part * BANDS / PARTS, (part + 1) * BANDS / PARTS);
      for (int t = 0; t < loudness.length; t++) {
        double highest = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int u = Math.max(0, t - APART); u <= Math.min(loudness.length - 1, t + APART); u++) {
          highest = Math.max(highest, loudness[u]);
          lowest = Math.min(lowest, loudness[u]);
        }
        if (loudness[t] == highest && highest > lowest) {
          found.merge(t, highest, Math::max);
        }
      }
    }
    return found.entrySet().stream()
        .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Mean of some bands over three frames, in decades above the floor. */
  private static double[] loudness(float[][] bands, int lowest, int above) {
    double[] loudness = new double[bands.length];
    for (int t = 0; t < bands.length; t++) {
      for (int u = Math.max(0, t - 1); u <= Math.min(bands.length - 1, t + 1); u++) {
        for (int b = lowest; b < above; b++) {
          loudness[t] += (bands[u][b] + FLOOR) / (above - lowest);
        }
      }
    }
    return loudness;
  }

  /** {@code float[PATCH * BANDS]}, centred both ways; empty where nothing happens. */
  private static float[] patch(float[][] bands, int frame) {
    float[] patch = new float[PATCH * BANDS];
    double[] bandMean = new double[BANDS];
    double[] frameMean = new double[PATCH];
    double mean = 0;
    for (int t = 0; t < PATCH; t++) {
      int from = frame - PATCH / 2 + t;
      for (int b = 0; b < BANDS; b++) {
        float value = from < 0 || from >= bands.length ? (float) -FLOOR : bands[from][b];
        patch[t * BANDS + b] = value;
        bandMean[b] += value / PATCH;
        frameMean[t] += value / BANDS;
        mean += value / patch.length;
      }
    }
    double squares = 0;
    for (int i = 0; i < patch.length; i++) {
      patch[i] += (float) (mean - bandMean[i % BANDS] - frameMean[i / BANDS]);
      squares += patch[i] * patch[i];
    }
    return Math.sqrt(squares) < FLAT ? new float[0] : patch;
  }

  private static long[] signs(float[] patch) {
    float[] sums = new float[64 * Fingerprint.WORDS];
    for (int i = 0; i < patch.length; i++) {
      float value = patch[i];
      float[] row = PROJECTIONS[i];
      for (int j = 0; j < sums.length; j++) {
        sums[j] += value * row[j];
      }
    }
    long[] bits = new long[Fingerprint.WORDS];
    for (int j = 0; j < sums.length; j++) {
      if (sums[j] > 0) {
        bits[j / 64] |= 1L << (j % 64);
      }
    }
    return bits;
  }

  private static Matrix bandWeights() {
    Matrix weights = Matrix.zeros(BANDS, STFT.bins());
    for (int k = 0; k < STFT.bins(); k++) {
      double hertz = k * (double) ClipScan.RATE / TRANSFORM;
      int band = (int) Math.floor(BANDS * Math.log(hertz / LOWEST) / Math.log(HIGHEST / LOWEST));
      if (hertz >= LOWEST && band < BANDS) {
        weights.values()[band * STFT.bins() + k] = 1;
      }
    }
    return weights;
  }

  /** Plus and minus one, always the same. */
  private static float[][] projections() {
    Random random = new Random(20261120);
    float[][] rows = new float[PATCH * BANDS][64 * Fingerprint.WORDS];
    for (float[] row : rows) {
      for (int j = 0; j < row.length; j++) {
        row[j] = random.nextBoolean() ? 1 : -1;
      }
    }
    return rows;
  }
}
