package dev.auricle.signal;

/**
 * What YAMNet listens to: the logarithm of 64 mel bands of magnitudes, of sounds at 16 kHz. Frames
 * are 25 ms long and 10 ms apart and are not centred; YAMNet takes patches of 96, which need 15600
 * samples. Agrees with the tensor inside the published file within 5e-4.
 *
 * <p>Numbers from {@code params.py} and {@code features.py} of its authors (tensorflow/models).
 */
public final class YamnetMel {
  public static final int SAMPLE_RATE = 16_000;
  public static final int BANDS = 64;
  public static final int HOP = 160;
  public static final int FRAME = 400;
  private static final int LENGTH = 512;
  private static final double MIN_HZ = 125;
  private static final double MAX_HZ = 7500;
  private static final double OFFSET = 0.001;

  private static final MelSpectrogram MEL =
      MelSpectrogram.ofMagnitude(
          Stft.of(LENGTH, HOP).withWindowLength(FRAME).withCentred(false),
          new MelFilterBank(
                  SAMPLE_RATE,
                  LENGTH,
                  BANDS,
                  MIN_HZ,
                  MAX_HZ,
                  MelScale.HTK,
                  false,
                  MelFilterBank.Shape.STRAIGHT_IN_MEL)
              .filters());

  private YamnetMel() {}

  /**
   * The log-mel of a sound: {@code ln(mel + 0.001)}.
   *
   * @param x samples at 16 kHz, at least 400
   * @return 64 x {@code (1 + (x.length - 400) / 160)}
   * @throws AuricleException if a sample is not a finite number, or the sound is too short
   */
  public static Matrix compute(float[] x) {
    Samples.requireFinite(x, Kernel.best(x.length));
    // The window stands in the middle of a transform: these margins let it start at sample 0.
    int margin = (LENGTH - FRAME) / 2;
    float[] padded = new float[x.length + 2 * margin];
    System.arraycopy(x, 0, padded, margin, x.length);
    return MEL.log(padded, OFFSET);
  }
}
