package dev.auricle.signal;

import java.util.Arrays;

/**
 * The mel spectrogram, as {@code librosa.feature.melspectrogram}. Immutable and thread-safe.
 *
 * <p>Agrees with librosa 0.11 within 1e-6 of the largest value, and its logarithm within 1e-3 dB
 * (within 1e-2 dB in bands 80 dB below the frame's loudest, since the transform is in float). Where
 * more is needed, {@code filters().apply(stft().power(x))} is in double precision and slower.
 */
public final class MelSpectrogram {
  private final Stft stft;
  private final FilterBank filters;
  private final boolean power;

  private MelSpectrogram(Stft stft, FilterBank filters, boolean power) {
    if (stft.bins() != filters.bins()) {
      throw new IllegalArgumentException(
          "the filters read " + filters.bins() + " bins, the transform gives " + stft.bins());
    }
    this.stft = stft;
    this.filters = filters;
    this.power = power;
  }

  /** Bands of squared magnitudes (power=2), librosa's default. */
  public static MelSpectrogram ofPower(Stft stft, FilterBank filters) {
    return new MelSpectrogram(stft, filters, true);
  }

  /** Bands of magnitudes (power=1). */
  public static MelSpectrogram ofMagnitude(Stft stft, FilterBank filters) {
    return new MelSpectrogram(stft, filters, false);
  }

  /** Whether bands are of squared magnitudes. */
  boolean ofPowers() {
    return power;
  }

  public Stft stft() {
    return stft;
  }

  public FilterBank filters() {
    return filters;
  }

  /** Bands x frames, linear. Throws as {@link Stft#complex} does. */
  public Matrix compute(float[] x) {
    return compute(x, Kernel.best(x.length));
  }

  Matrix compute(float[] x, Kernel kernel) {
    Frames frames = new Frames(stft, x, kernel);
    return compute(frames, kernel.quickFft(frames), kernel);
  }

  /** As {@link #compute(float[])}, from transforms in double precision. */
  Matrix computePrecisely(float[] x, Kernel kernel) {
    Frames frames = new Frames(stft, x, kernel);
    return compute(frames, kernel.preciseFft(frames), kernel);
  }

  private Matrix compute(Frames frames, BlockFft fft, Kernel kernel) {
    int lanes = kernel.lanes();
    Matrix mel = Matrix.zeros(filters.bands(), frames.count());
    float[] spectra = new float[stft.bins() * lanes];
    float[] bands = new float[filters.bands() * lanes];
    for (int t = 0; t < frames.count(); t += lanes) {
      fft.power(t, spectra);
      if (!power) {
        kernel.squareRoots(spectra, spectra, spectra.length);
      }
      kernel.apply(filters, spectra, bands);
      mel.putBlock(bands, lanes, t);
    }
    return mel;
  }

  /** Bands x frames, in dB. Throws as {@link Stft#complex} does. */
  public Matrix decibels(float[] x, Decibels decibels) {
    return decibels(x, decibels, Kernel.best(x.length));
  }

  Matrix decibels(float[] x, Decibels decibels, Kernel kernel) {
    return levels(compute(x, kernel), decibels, kernel);
  }

  Matrix decibelsPrecisely(float[] x, Decibels decibels, Kernel kernel) {
    return levels(computePrecisely(x, kernel), decibels, kernel);
  }

  private Matrix levels(Matrix mel, Decibels decibels, Kernel kernel) {
    (power ? decibels : decibels.squared()).toLevels(power ? mel : square(mel), kernel);
    return mel;
  }

  private static Matrix square(Matrix mel) {
    float[] values = mel.values();
    for (int i = 0; i < values.length; i++) {
      values[i] *= values[i];
    }
    return mel;
  }

  /**
   * Bands x frames: the natural logarithm of the mel spectrogram plus {@code offset}. Throws as
   * {@link Stft#complex} does.
   */
  public Matrix log(float[] x, double offset) {
    Kernel kernel = Kernel.best(x.length);
    Matrix mel = compute(x, kernel);
    float[] values = mel.values();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) offset;
    }
    kernel.logarithms(values, Float.MIN_NORMAL, 1);
    return mel;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MelSpectrogram that
        && power == that.power
        && stft.equals(that.stft)
        && filters.weights().equals(that.filters.weights());
  }

  @Override
  public int hashCode() {
    return Arrays.asList(stft, power).hashCode();
  }
}
