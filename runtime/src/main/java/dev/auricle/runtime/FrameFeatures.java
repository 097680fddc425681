package dev.auricle.runtime;

import dev.auricle.signal.Delta;
import dev.auricle.signal.Matrix;
import dev.auricle.signal.MelSpectrogram;
import dev.auricle.signal.Mfcc;
import dev.auricle.signal.Onset;
import dev.auricle.signal.Rms;
import dev.auricle.signal.SpectralContrast;
import dev.auricle.signal.SpectralFeatures;
import dev.auricle.signal.Stft;
import dev.auricle.signal.Tempo;
import dev.auricle.signal.Tonnetz;
import dev.auricle.signal.ZeroCrossingRate;
import java.util.ArrayList;
import java.util.List;

/**
 * Every frame feature that {@link DescriptorsFrontEnd} sums up, from one short-time Fourier
 * transform. Immutable and thread-safe.
 */
final class FrameFeatures {
  private static final List<String> CLASSES =
      List.of("c", "cs", "d", "ds", "e", "f", "fs", "g", "gs", "a", "as", "b");
  private static final int TONNETZ = 6;

  private final DescriptorsFrontEnd options;
  private final SpectrumOptions spectrum;
  private final Stft stft;
  private final MelSpectrogram mel;
  private final Mfcc mfcc;
  private final Mfcc longer;
  private final SpectralFeatures spectral;
  private final double framesPerSecond;
  private final Modulation modulation;
  private final int size;

  FrameFeatures(DescriptorsFrontEnd options) {
    this.options = options;
    this.spectrum = options.mel().spectrum();
    this.mel = options.mel().spectrogram();
    this.stft = mel.stft();
    this.mfcc = Mfcc.of(mel, options.coefficients());
    this.longer = Mfcc.of(mel, Math.min(Texture.HIGHEST, options.mel().bands()));
    this.spectral =
        SpectralFeatures.of(mel, spectrum.sampleRate())
            .withDecibels(options.mel().decibels())
            .withContrast(
                new SpectralContrast(
                    options.contrastMinHz(), options.contrastOctaves(), options.contrastQuantile()))
            .withRolloff(options.rolloffShare());
    this.framesPerSecond = (double) spectrum.sampleRate() / spectrum.hop();
    this.modulation = new Modulation(options.mel().bands(), framesPerSecond);
    this.size = options.columns().size();
  }

  /** Names of the features, in the order of {@link #summarise}. */
  static List<String> names(DescriptorsFrontEnd options) {
    List<String> names = new ArrayList<>();
    number(names, "mfcc", options.coefficients());
    number(names, "mfcc_delta", options.coefficients());
    number(names, "mfcc_delta2", options.coefficients());
    if (options.chroma()) {
      CLASSES.forEach(pitch -> names.add("chroma_" + pitch));
    }
    names.addAll(List.of("centroid", "bandwidth", "rolloff"));
    number(names, "contrast", options.contrastOctaves() + 1);
    names.addAll(List.of("flatness", "zcr", "rms"));
    if (options.tonnetz()) {
      number(names, "tonnetz", TONNETZ);
    }
    return names;
  }

  private static void number(List<String> names, String feature, int count) {
    for (int i = 1; i <= count; i++) {
      names.add(feature + "_" + i);
    }
  }

  /**
   * Five numbers a feature, then the tempo, the dynamics and the texture where they are asked for.
   */
  float[] summarise(float[] samples) {
    float[] x = spectrum.atLeastAFrame(samples);
    Double tuning = options.tuning();
    SpectralFeatures.Result shapes =
        tuning == null ? spectral.compute(x) : spectral.compute(x, tuning);
    Matrix logMel = shapes.logMel();
    Matrix cepstrum = mfcc.fromLogMel(logMel);
    List<Matrix> tables = tables(x, shapes, cepstrum);
    float[] vector = new float[size];
    int at = 0;
    for (Matrix table : tables) {
      for (int row = 0; row < table.rows(); row++) {
        int from = row * table.columns();
        Summary.write(table.values(), from, from + table.columns(), vector, at);
        at += Summary.NAMES.size();
      }
    }
    if (options.tempo()) {
      float[] onsets = Onset.strength(logMel, stft);
      vector[at++] = (float) Tempo.estimate(onsets, spectrum.sampleRate(), spectrum.hop());
    }
    if (options.dynamics()) {
      at = modulation.write(logMel, vector, at);
      at = Dynamics.write(logMel, cepstrum, framesPerSecond, vector, at);
    }
    if (options.texture()) {
      Texture.write(logMel, longer.fromLogMel(logMel), options.coefficients(), vector, at);
    }
    return vector;
  }

  private List<Matrix> tables(float[] x, SpectralFeatures.Result shapes, Matrix cepstrum) {
    List<Matrix> tables = new ArrayList<>();
    tables.add(cepstrum);
    tables.add(delta(cepstrum, 1));
    tables.add(delta(cepstrum, 2));
    if (options.chroma()) {
      tables.add(shapes.chroma());
    }
    tables.add(row(shapes.centroid()));
    tables.add(row(shapes.bandwidth()));
    tables.add(row(shapes.rolloff()));
    tables.add(shapes.contrast());
    tables.add(row(shapes.flatness()));
    int frame = spectrum.fft();
    boolean centred = spectrum.centred();
    tables.add(row(ZeroCrossingRate.compute(x, frame, spectrum.hop(), centred)));
    tables.add(row(Rms.compute(x, frame, spectrum.hop(), centred)));
    if (options.tonnetz()) {
      tables.add(Tonnetz.compute(shapes.chroma()));
    }
    return tables;
  }

  /** librosa's deltas where there are frames enough; else the edge frames stand in. */
  private Matrix delta(Matrix cepstrum, int order) {
    int width = options.deltaWidth();
    Delta.Edges edges = cepstrum.columns() < width ? Delta.Edges.NEAREST : Delta.Edges.INTERPOLATED;
    return Delta.compute(cepstrum, width, order, edges);
  }

  private static Matrix row(float[] values) {
    return new Matrix(1, values.length, values);
  }
}
