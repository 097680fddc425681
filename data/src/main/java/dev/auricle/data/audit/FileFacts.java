package dev.auricle.data.audit;

/**
 * What was measured on one example, on the mean of its channels. Levels are in dB re full scale.
 *
 * @param id of the example
 * @param seconds length as decoded
 * @param codec such as {@code pcm_s16le} or {@code vorbis}
 * @param sampleRate as stored, in Hz
 * @param channels as stored
 * @param bits per stored sample; 0 where the codec has no such notion
 * @param peak largest absolute sample; 1 is full scale
 * @param rms level of the whole
 * @param dc mean sample
 * @param clipped share of the samples that stand in runs of three or more at full scale
 * @param leadingSilence seconds before the first 20 ms louder than -60 dB
 * @param trailingSilence seconds after the last of them
 * @param noiseFloor level of the quietest tenth of all 20 ms frames; -120 at least
 * @param bandwidth highest frequency within 60 dB of the strongest, in Hz
 */
public record FileFacts(
    String id,
    double seconds,
    String codec,
    int sampleRate,
    int channels,
    int bits,
    double peak,
    double rms,
    double dc,
    double clipped,
    double leadingSilence,
    double trailingSilence,
    double noiseFloor,
    double bandwidth) {
  private static final double SOME = 1e-4;
  private static final double NOTHING = 1e-4;
  private static final double MUCH_DC = 0.01;

  /** True where nothing is louder than -60 dB. */
  public boolean silent() {
    return leadingSilence >= seconds;
  }

  /** True where there is nothing to compare: no sample reaches -80 dB. */
  boolean empty() {
    return peak < NOTHING;
  }

  /** True where one sample in ten thousand or more is clipped. */
  public boolean isClipped() {
    return clipped >= SOME;
  }

  /** True where the mean lies more than a hundredth of full scale off zero. */
  public boolean hasDc() {
    return Math.abs(dc) >= MUCH_DC;
  }
}
