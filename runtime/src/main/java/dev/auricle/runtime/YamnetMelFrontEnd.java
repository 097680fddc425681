package dev.auricle.runtime;

import dev.auricle.signal.Matrix;
import dev.auricle.signal.YamnetMel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * YAMNet's log-mel frames: {@code [frames, 64]}, the natural logarithm of mel magnitudes. Its
 * numbers belong to the published network and cannot be changed.
 *
 * <p>Frames are not centred: the network's patch of 96 frames covers 15,600 samples (0.975 s), and
 * a shorter clip is padded with zeros at its end to that. Agrees with the tensor inside the
 * published file within 5e-4.
 *
 * @param name of the preset
 */
record YamnetMelFrontEnd(String name) implements DescribedFrontEnd {
  private static final int SAMPLE_RATE = 16000;
  private static final int FFT = 512;
  private static final int HOP = 160;
  private static final int WINDOW = 400;
  private static final int BANDS = 64;
  private static final double MIN_HZ = 125;
  private static final double MAX_HZ = 7500;
  private static final double OFFSET = 0.001;
  private static final int SHORTEST = 15600;

  @Override
  public YamnetMelFrontEnd with(Options options) {
    options().forEach(options::fixed);
    return this;
  }

  @Override
  public Map<String, Object> options() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("sampleRate", SAMPLE_RATE);
    json.put("fft", FFT);
    json.put("hop", HOP);
    json.put("windowLength", WINDOW);
    json.put("window", "hann");
    json.put("centred", false);
    json.put("bands", BANDS);
    json.put("minHz", MIN_HZ);
    json.put("maxHz", MAX_HZ);
    json.put("scale", "htk");
    json.put("logOffset", OFFSET);
    json.put("shortest", SHORTEST);
    return json;
  }

  @Override
  public int sampleRate() {
    return SAMPLE_RATE;
  }

  @Override
  public int[] shape(int samples) {
    return new int[] {1 + (Math.max(samples, SHORTEST) - WINDOW) / HOP, BANDS};
  }

  @Override
  public Features compute(float[] samples) {
    float[] padded = Arrays.copyOf(samples, Math.max(samples.length, SHORTEST));
    Matrix frames = YamnetMel.compute(padded).transposed();
    return new Features(frames.values(), frames.rows(), frames.columns());
  }
}
