package dev.auricle.signal;

/**
 * Triangular filters whose corners lie evenly on the mel scale.
 *
 * @param sampleRate in Hz
 * @param length samples in a transform (n_fft)
 * @param bands number of filters (n_mels)
 * @param minHz lower corner of the first filter
 * @param maxHz upper corner of the last filter
 * @param scale mel scale
 * @param areaNormalised whether each filter is divided by half its width in Hz (Slaney's norm), so
 *     that white noise has level bands; else filters peak at 1
 * @param shape whether the triangles' sides are straight in hertz or in mel
 */
public record MelFilterBank(
    int sampleRate,
    int length,
    int bands,
    double minHz,
    double maxHz,
    MelScale scale,
    boolean areaNormalised,
    Shape shape) {

  /** On which axis a filter's sides are straight lines. */
  public enum Shape {
    /** librosa and torchaudio. */
    STRAIGHT_IN_HERTZ,
    /** Kaldi, TensorFlow (so YAMNet) and HTK. */
    STRAIGHT_IN_MEL
  }

  public MelFilterBank {
    Samples.requirePositive(sampleRate, "sample rate");
    Samples.requirePositive(length, "transform length");
    Samples.requirePositive(bands, "number of bands");
    if (!(minHz >= 0 && minHz < maxHz)) {
      throw new IllegalArgumentException(
          "expected 0 <= minHz < maxHz, found " + minHz + " and " + maxHz);
    }
  }

  /** librosa's default bank: Slaney's scale and norm, from 0 Hz to half the sampling rate. */
  public static MelFilterBank slaney(int sampleRate, int length, int bands) {
    return slaney(sampleRate, length, bands, 0, sampleRate / 2.0);
  }

  /** {@code librosa.filters.mel(sr, n_fft, n_mels, fmin, fmax)}. */
  public static MelFilterBank slaney(
      int sampleRate, int length, int bands, double minHz, double maxHz) {
    return new MelFilterBank(
        sampleRate, length, bands, minHz, maxHz, MelScale.SLANEY, true, Shape.STRAIGHT_IN_HERTZ);
  }

  /** {@code librosa.filters.mel(..., htk=True, norm=None)}. */
  public static MelFilterBank htk(
      int sampleRate, int length, int bands, double minHz, double maxHz) {
    return new MelFilterBank(
        sampleRate, length, bands, minHz, maxHz, MelScale.HTK, false, Shape.STRAIGHT_IN_HERTZ);
  }

  /** Kaldi's bank ({@code torchaudio.compliance.kaldi}): the bin of half the rate has no weight. */
  public static MelFilterBank kaldi(
      int sampleRate, int length, int bands, double minHz, double maxHz) {
    return new MelFilterBank(
        sampleRate, length, bands, minHz, maxHz, MelScale.KALDI, false, Shape.STRAIGHT_IN_MEL);
  }

  /** Corners of the filters in Hz: filter b rises from b, peaks at b + 1, ends at b + 2. */
  public double[] corners() {
    double low = scale.toMel(minHz);
    double high = scale.toMel(maxHz);
    double[] hz = new double[bands + 2];
    for (int i = 0; i < hz.length; i++) {
      hz[i] = scale.toHz(low + (high - low) * i / (bands + 1));
    }
    return hz;
  }

  /** The filters' weights; see {@link FilterBank#emptyBands()} for those that hear nothing. */
  public FilterBank filters() {
    int bins = length / 2 + 1;
    double[] corners = corners();
    Matrix weights = Matrix.zeros(bands, bins);
    boolean kaldi = scale == MelScale.KALDI;
    for (int band = 0; band < bands; band++) {
      double area = areaNormalised ? 2 / (corners[band + 2] - corners[band]) : 1;
      double left = position(corners[band]);
      double peak = position(corners[band + 1]);
      double right = position(corners[band + 2]);
      for (int bin = 0; bin < (kaldi ? length / 2 : bins); bin++) {
        double at = position((double) bin * sampleRate / length);
        double height = Math.min((at - left) / (peak - left), (right - at) / (right - peak));
        // Rounded before the norm and after it, as librosa does.
        weights.values()[band * bins + bin] = (float) ((float) Math.max(0, height) * area);
      }
    }
    return FilterBank.of(weights);
  }

  private double position(double hz) {
    return shape == Shape.STRAIGHT_IN_MEL ? scale.toMel(hz) : hz;
  }
}
