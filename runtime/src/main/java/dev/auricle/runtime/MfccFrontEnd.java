package dev.auricle.runtime;

import dev.auricle.signal.Matrix;
import dev.auricle.signal.Mfcc;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Mel-frequency cepstral coefficients: {@code [coefficients, frames]}.
 *
 * @param name of the preset it was made from
 * @param mel the log-mel bands they are made of
 * @param coefficients how many, from the first; at most as many as bands
 * @param lifter 0 for none
 * @param normalise what is done to each clip's table
 */
record MfccFrontEnd(
    String name, MelOptions mel, int coefficients, double lifter, Normalisation normalise)
    implements DescribedFrontEnd {
  private static final Map<MfccFrontEnd, Mfcc> BUILT = new ConcurrentHashMap<>();

  static MfccFrontEnd of(String name, SpectrumOptions spectrum, int bands, int coefficients) {
    return new MfccFrontEnd(
        name, MelOptions.of(spectrum, bands), coefficients, 0, Normalisation.NONE);
  }

  @Override
  public MfccFrontEnd with(Options options) {
    MelOptions changed = mel.with(options);
    return new MfccFrontEnd(
        name,
        changed,
        options.integer(
            "coefficients", Math.min(coefficients, changed.bands()), 1, changed.bands()),
        options.number("lifter", lifter, 0, 1000),
        options.constant("normalise", normalise));
  }

  @Override
  public Map<String, Object> options() {
    Map<String, Object> json = new LinkedHashMap<>();
    mel.describe(json);
    json.put("coefficients", coefficients);
    json.put("lifter", lifter);
    json.put("normalise", Options.word(normalise));
    return json;
  }

  @Override
  public int sampleRate() {
    return mel.spectrum().sampleRate();
  }

  @Override
  public int[] shape(int samples) {
    return new int[] {coefficients, mel.spectrum().frames(samples)};
  }

  @Override
  public Features compute(float[] samples) {
    Mfcc mfcc = BUILT.computeIfAbsent(this, MfccFrontEnd::build);
    Matrix table = mfcc.compute(mel.spectrum().atLeastAFrame(samples));
    normalise.apply(table.values(), table.columns());
    return new Features(table.values(), table.rows(), table.columns());
  }

  private Mfcc build() {
    return Mfcc.of(mel.spectrogram(), coefficients).withDecibels(mel.decibels()).withLifter(lifter);
  }
}
