package dev.auricle.signal;

/**
 * What EfficientAT's networks ({@code mn04} and others) listen to: 128 log-mel bands of sounds at
 * 32 kHz after pre-emphasis. Agrees with the authors' within 5e-4. (Schmid, Koutini and Widmer,
 * "Efficient large-scale audio tagging via Transformer-to-CNN knowledge distillation", 2023; their
 * {@code AugmentMelSTFT}.)
 */
public final class EfficientAtMel {
  public static final int SAMPLE_RATE = 32_000;
  public static final int BANDS = 128;
  public static final int HOP = 320;

  /** Fewest samples that can be mirrored at both ends; one is lost to pre-emphasis. */
  public static final int SHORTEST = 514;

  private static final int LENGTH = 1024;
  private static final int WINDOW = 800;
  private static final double MAX_HZ = 15_000;
  private static final float PRE_EMPHASIS = 0.97f;
  private static final double OFFSET = 1e-5;

  private static final MelSpectrogram MEL =
      MelSpectrogram.ofPower(
          Stft.of(LENGTH, HOP)
              .withWindowLength(WINDOW)
              .withSymmetricWindow(true)
              .withPadding(Padding.REFLECT),
          MelFilterBank.kaldi(SAMPLE_RATE, LENGTH, BANDS, 0, MAX_HZ).filters());

  private EfficientAtMel() {}

  /**
   * The log-mel of a sound: {@code (ln(mel + 1e-5) + 4.5) / 5}.
   *
   * @param x samples at 32 kHz, at least {@link #SHORTEST}
   * @return 128 x {@code (1 + (x.length - 1) / 320)}
   * @throws AuricleException if a sample is not a finite number, or the sound is too short
   */
  public static Matrix compute(float[] x) {
    Samples.requireFinite(x, Kernel.best(x.length));
    float[] emphasised = new float[Math.max(0, x.length - 1)];
    for (int i = 0; i < emphasised.length; i++) {
      emphasised[i] = x[i + 1] - PRE_EMPHASIS * x[i];
    }
    Matrix mel = MEL.log(emphasised, OFFSET);
    float[] values = mel.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = (values[i] + 4.5f) / 5;
    }
    return mel;
  }
}
