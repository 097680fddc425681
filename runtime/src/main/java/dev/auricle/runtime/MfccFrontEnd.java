package dev.auricle.runtime;

import dev.auricle.signal.Delta;
import dev.auricle.signal.Matrix;
import dev.auricle.signal.Mfcc;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Mel-frequency cepstral coefficients: {@code [coefficients, frames]}, and below them, where asked
 * for, their derivatives along time as {@link Delta} finds them over nine frames.
 *
 * @param name of the preset it was made from
 * @param mel the log-mel bands they are made of
 * @param coefficients how many, from the first; at most as many as bands
 * @param lifter 0 for none
 * @param deltas orders of derivatives: 0 for none, 1 for the slope, 2 for its slope as well
 * @param normalise what is done to each clip's table
 */
record MfccFrontEnd(
    String name,
    MelOptions mel,
    int coefficients,
    double lifter,
    int deltas,
    Normalisation normalise)
    implements DescribedFrontEnd {
  private static final int MOST_DELTAS = 2;
  private static final int DELTA_FRAMES = 9;
  private static final Map<MfccFrontEnd, Mfcc> BUILT = new ConcurrentHashMap<>();

  static MfccFrontEnd of(String name, SpectrumOptions spectrum, int bands, int coefficients) {
    return new MfccFrontEnd(
        name, MelOptions.of(spectrum, bands), coefficients, 0, 0, Normalisation.NONE);
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
        options.integer("deltas", deltas, 0, MOST_DELTAS),
        options.constant("normalise", normalise));
  }

  @Override
  public Map<String, Object> options() {
    Map<String, Object> json = new LinkedHashMap<>();
    mel.describe(json);
    json.put("coefficients", coefficients);
    json.put("lifter", lifter);
    json.put("deltas", deltas);
    json.put("normalise", Options.word(normalise));
    return json;
  }

  @Override
  public int sampleRate() {
    return mel.spectrum().sampleRate();
  }

  @Override
  public int[] shape(int samples) {
    return new int[] {coefficients * (1 + deltas), mel.spectrum().frames(samples)};
  }

  @Override
  public Features compute(float[] samples) {
    Mfcc mfcc = BUILT.computeIfAbsent(this, MfccFrontEnd::build);
    Matrix table = mfcc.compute(mel.spectrum().atLeastAFrame(samples));
    float[] values = deltas == 0 ? table.values() : withDeltas(table);
    normalise.apply(values, table.columns());
    return new Features(values, table.rows() * (1 + deltas), table.columns());
  }

  private float[] withDeltas(Matrix table) {
    int size = table.values().length;
    float[] values = Arrays.copyOf(table.values(), size * (1 + deltas));
    Delta.Edges edges =
        table.columns() < DELTA_FRAMES ? Delta.Edges.NEAREST : Delta.Edges.INTERPOLATED;
    for (int order = 1; order <= deltas; order++) {
      Matrix found = Delta.compute(table, DELTA_FRAMES, order, edges);
      System.arraycopy(found.values(), 0, values, order * size, size);
    }
    return values;
  }

  private Mfcc build() {
    return Mfcc.of(mel.spectrogram(), coefficients).withDecibels(mel.decibels()).withLifter(lifter);
  }
}
