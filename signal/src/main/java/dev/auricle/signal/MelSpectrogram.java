package dev.auricle.signal;

import java.util.Arrays;

/**
 * The mel spectrogram, as {@code librosa.feature.melspectrogram}. Immutable and thread-safe.
 *
 * <p>Agrees with librosa 0.11 within 1e-4 of the largest value, and its logarithm within 1e-3 dB.
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

  public Stft stft() {
    return stft;
  }

  public FilterBank filters() {
    return filters;
  }

  /** Bands x frames, linear. Throws as {@link Stft#complex} does. */
  public Matrix compute(float[] x) {
    return filters.apply(power ? stft.power(x) : stft.magnitude(x));
  }

  /** Bands x frames, in dB. Throws as {@link Stft#complex} does. */
  public Matrix decibels(float[] x, Decibels decibels) {
    Matrix mel = compute(x);
    return power ? decibels.fromPower(mel) : decibels.fromAmplitude(mel);
  }

  /**
   * Bands x frames: the natural logarithm of the mel spectrogram plus {@code offset}. Throws as
   * {@link Stft#complex} does.
   */
  public Matrix log(float[] x, double offset) {
    Matrix mel = compute(x);
    float[] values = mel.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.log(values[i] + offset);
    }
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
