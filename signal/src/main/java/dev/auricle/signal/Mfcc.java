package dev.auricle.signal;

/**
 * Mel-frequency cepstral coefficients, as {@code librosa.feature.mfcc}: the orthonormal DCT-II of
 * the mel spectrogram in dB. Immutable and thread-safe. Agrees with librosa 0.11 within 1e-3.
 */
public final class Mfcc {
  private final MelSpectrogram mel;
  private final Decibels decibels;
  private final Dct dct;
  private final double lifter;

  private Mfcc(MelSpectrogram mel, Decibels decibels, Dct dct, double lifter) {
    if (!(lifter >= 0)) {
      throw new IllegalArgumentException("lifter must not be negative, found " + lifter);
    }
    this.mel = mel;
    this.decibels = decibels;
    this.dct = dct;
    this.lifter = lifter;
  }

  /**
   * The first {@code count} coefficients, without lifting, of levels with a range of 80 dB. Levels
   * of magnitudes are those of their squares, so on the same scale as of powers. librosa's {@code
   * mfcc(power=1)} takes the magnitudes themselves for powers, which here is {@code
   * fromLogMel(Decibels.OF_POWER.fromPower(mel.compute(x)))}.
   */
  public static Mfcc of(MelSpectrogram mel, int count) {
    return new Mfcc(mel, Decibels.OF_POWER, Dct.typeTwo(mel.filters().bands(), count), 0);
  }

  /** With coefficient n (from 1) multiplied by {@code 1 + lifter / 2 * sin(pi n / lifter)}. */
  public Mfcc withLifter(double lifter) {
    return new Mfcc(mel, decibels, dct, lifter);
  }

  public Mfcc withDecibels(Decibels decibels) {
    return new Mfcc(mel, decibels, dct, lifter);
  }

  /** Coefficients x frames. Throws as {@link Stft#complex} does. */
  public Matrix compute(float[] x) {
    // The lifter multiplies what rounding leaves in a transform in float, so this one is in double.
    return fromLogMel(mel.decibelsPrecisely(x, decibels, Kernel.best(x.length)));
  }

  /** Coefficients x frames of a mel spectrogram in dB, bands x frames. */
  public Matrix fromLogMel(Matrix logMel) {
    Matrix coefficients = dct.apply(logMel);
    if (lifter > 0) {
      for (int n = 0; n < coefficients.rows(); n++) {
        float gain = (float) (1 + lifter / 2 * Math.sin(Math.PI * (n + 1) / lifter));
        for (int t = 0; t < coefficients.columns(); t++) {
          coefficients.values()[n * coefficients.columns() + t] *= gain;
        }
      }
    }
    return coefficients;
  }
}
