package dev.auricle.signal;

/**
 * Separates what lasts (harmonics) from what strikes (percussion), as {@code
 * librosa.decompose.hpss}: spectra smoothed along time show the first, smoothed along frequency the
 * second, and each bin goes to both in proportion (Fitzgerald, "Harmonic/percussive separation
 * using median filtering", 2010; Driedger, Müller and Disch, 2014). Agrees with librosa 0.11 within
 * 1e-4 of the largest value.
 *
 * @param frames frames under the median along time, odd
 * @param bins bins under the median along frequency, odd
 * @param power of the smoothed magnitudes in the masks; the greater, the harder the masks
 * @param harmonicMargin how many times the percussive part the harmonic part must reach, at least 1
 * @param percussiveMargin the other way round; where both are 1 the parts add up to the whole
 */
public record HarmonicPercussive(
    int frames, int bins, double power, double harmonicMargin, double percussiveMargin) {
  /** librosa's defaults: medians of 31, power 2, margins 1. */
  public static final HarmonicPercussive DEFAULT = new HarmonicPercussive(31, 31, 2, 1, 1);

  public HarmonicPercussive {
    if (frames < 1 || frames % 2 == 0 || bins < 1 || bins % 2 == 0) {
      throw new IllegalArgumentException(
          "medians must be over odd numbers, found " + frames + " frames and " + bins + " bins");
    }
    if (!(power > 0 && harmonicMargin >= 1 && percussiveMargin >= 1)) {
      throw new IllegalArgumentException(
          "power must be positive and margins at least 1, found "
              + power
              + ", "
              + harmonicMargin
              + " and "
              + percussiveMargin);
    }
  }

  /** Two parts of one thing. */
  public record Parts<T>(T harmonic, T percussive) {}

  /** The two parts of a sound, each as long as it. Throws as {@link Stft#complex} does. */
  public Parts<float[]> separate(float[] x, Stft stft) {
    Parts<ComplexMatrix> parts = separate(stft.complex(x));
    return new Parts<>(
        stft.inverse(parts.harmonic(), x.length), stft.inverse(parts.percussive(), x.length));
  }

  /** The two parts of a transform, bins x frames. */
  public Parts<ComplexMatrix> separate(ComplexMatrix spectra) {
    Parts<Matrix> masks = masks(spectra.magnitude());
    return new Parts<>(times(spectra, masks.harmonic()), times(spectra, masks.percussive()));
  }

  /** The share of each bin that goes to either part, between 0 and 1. */
  public Parts<Matrix> masks(Matrix magnitude) {
    Matrix harmonic = RunningMedian.alongRows(magnitude, frames);
    Matrix percussive = RunningMedian.alongRows(magnitude.transposed(), bins).transposed();
    return new Parts<>(
        mask(harmonic, percussive, harmonicMargin), mask(percussive, harmonic, percussiveMargin));
  }

  private Matrix mask(Matrix wanted, Matrix other, double margin) {
    double neither = harmonicMargin == 1 && percussiveMargin == 1 ? 0.5 : 0;
    float[] out = new float[wanted.values().length];
    for (int i = 0; i < out.length; i++) {
      double a = wanted.values()[i];
      double b = other.values()[i] * margin;
      double larger = Math.max(a, b);
      if (larger < Float.MIN_NORMAL) {
        out[i] = (float) neither;
      } else {
        double shareA = Math.pow(a / larger, power);
        out[i] = (float) (shareA / (shareA + Math.pow(b / larger, power)));
      }
    }
    return new Matrix(wanted.rows(), wanted.columns(), out);
  }

  private static ComplexMatrix times(ComplexMatrix spectra, Matrix mask) {
    return new ComplexMatrix(times(spectra.real(), mask), times(spectra.imaginary(), mask));
  }

  private static Matrix times(Matrix a, Matrix b) {
    float[] product = new float[a.values().length];
    for (int i = 0; i < product.length; i++) {
      product[i] = a.values()[i] * b.values()[i];
    }
    return new Matrix(a.rows(), a.columns(), product);
  }
}
