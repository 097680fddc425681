package dev.auricle.runtime;

import dev.auricle.signal.Decibels;
import dev.auricle.signal.Matrix;
import dev.auricle.signal.MelSpectrogram;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The mel spectrogram in dB: {@code [bands, frames]}.
 *
 * @param name of the preset it was made from
 * @param mel the bands
 * @param normalise what is done to each clip's table
 */
record LogMelFrontEnd(String name, MelOptions mel, Normalisation normalise)
    implements DescribedFrontEnd {
  // Filters and windows take longer to build than a short clip takes to compute.
  private static final Map<MelOptions, MelSpectrogram> BUILT = new ConcurrentHashMap<>();

  static LogMelFrontEnd of(String name, SpectrumOptions spectrum, int bands) {
    return new LogMelFrontEnd(name, MelOptions.of(spectrum, bands), Normalisation.NONE);
  }

  @Override
  public LogMelFrontEnd with(Options options) {
    return new LogMelFrontEnd(name, mel.with(options), options.constant("normalise", normalise));
  }

  @Override
  public Map<String, Object> options() {
    Map<String, Object> json = new LinkedHashMap<>();
    mel.describe(json);
    json.put("normalise", Options.word(normalise));
    return json;
  }

  @Override
  public int sampleRate() {
    return mel.spectrum().sampleRate();
  }

  @Override
  public int[] shape(int samples) {
    return new int[] {mel.bands(), mel.spectrum().frames(samples)};
  }

  @Override
  public Features compute(float[] samples) {
    MelSpectrogram spectrogram = BUILT.computeIfAbsent(mel, MelOptions::spectrogram);
    Decibels decibels = mel.decibels();
    Matrix table = spectrogram.decibels(mel.spectrum().atLeastAFrame(samples), decibels);
    normalise.apply(table.values(), table.columns());
    return new Features(table.values(), table.rows(), table.columns());
  }
}
