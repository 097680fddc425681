package dev.auricle.runtime;

import dev.auricle.signal.EfficientAtMel;
import dev.auricle.signal.Matrix;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The log-mel of EfficientAT's networks ({@code mn04} and others): {@code [128, frames]}, {@code
 * (ln(power + 1e-5) + 4.5) / 5} after pre-emphasis. Its numbers belong to the published networks
 * and cannot be changed. Agrees with the authors' within 5e-4.
 *
 * @param name of the preset
 */
record MnMelFrontEnd(String name) implements DescribedFrontEnd {
  private static final int SAMPLE_RATE = 32000;
  private static final float PRE_EMPHASIS = 0.97f;
  private static final int FFT = 1024;
  private static final int HOP = 320;
  private static final int WINDOW = 800;
  private static final int BANDS = 128;
  private static final double MAX_HZ = 15000;
  private static final double OFFSET = 1e-5;
  private static final float SHIFT = 4.5f;
  private static final float SCALE = 5;

  /** Mirroring at both ends needs more samples than it adds; one is lost to pre-emphasis. */
  private static final int SHORTEST = FFT / 2 + 2;

  @Override
  public MnMelFrontEnd with(Options options) {
    options().forEach(options::fixed);
    return this;
  }

  @Override
  public Map<String, Object> options() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("sampleRate", SAMPLE_RATE);
    json.put("preEmphasis", (double) PRE_EMPHASIS);
    json.put("fft", FFT);
    json.put("hop", HOP);
    json.put("windowLength", WINDOW);
    json.put("window", "hann-symmetric");
    json.put("centred", true);
    json.put("padding", "reflect");
    json.put("bands", BANDS);
    json.put("minHz", 0.0);
    json.put("maxHz", MAX_HZ);
    json.put("scale", "kaldi");
    json.put("logOffset", OFFSET);
    json.put("shift", (double) SHIFT);
    json.put("divisor", (double) SCALE);
    return json;
  }

  @Override
  public int sampleRate() {
    return SAMPLE_RATE;
  }

  @Override
  public int[] shape(int samples) {
    return new int[] {BANDS, 1 + (Math.max(samples, SHORTEST) - 1) / HOP};
  }

  @Override
  public Features compute(float[] samples) {
    float[] padded = Arrays.copyOf(samples, Math.max(samples.length, SHORTEST));
    Matrix mel = EfficientAtMel.compute(padded);
    return new Features(mel.values(), mel.rows(), mel.columns());
  }
}
