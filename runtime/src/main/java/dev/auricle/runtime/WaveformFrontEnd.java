package dev.auricle.runtime;

import java.util.Map;

/**
 * The samples as they are: {@code [samples]}.
 *
 * @param name of the preset it was made from
 * @param sampleRate in Hz
 */
record WaveformFrontEnd(String name, int sampleRate) implements DescribedFrontEnd {
  @Override
  public WaveformFrontEnd with(Options options) {
    return new WaveformFrontEnd(name, options.integer("sampleRate", sampleRate, 1000, 384_000));
  }

  @Override
  public Map<String, Object> options() {
    return Map.of("sampleRate", sampleRate);
  }

  @Override
  public int[] shape(int samples) {
    return new int[] {samples};
  }

  @Override
  public Features compute(float[] samples) {
    return new Features(samples, samples.length);
  }
}
