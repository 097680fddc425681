package dev.auricle.runtime;

import dev.auricle.signal.Decibels;
import dev.auricle.signal.MelFilterBank;
import dev.auricle.signal.MelScale;
import dev.auricle.signal.MelSpectrogram;
import java.util.Map;

/**
 * How a front-end's log-mel bands are taken: triangular filters over the power spectrum, in dB.
 *
 * @param spectrum the power spectrum
 * @param bands number of filters
 * @param minHz lower corner of the first filter
 * @param maxHz upper corner of the last filter
 * @param scale mel scale; the filters' sides are straight in Hz
 * @param areaNormalised whether a filter is divided by half its width (Slaney's norm)
 * @param reference power that counts as 0 dB
 * @param smallest power below which all powers count as this one
 * @param rangeDb levels lower than this below the clip's highest are raised to it
 */
record MelOptions(
    SpectrumOptions spectrum,
    int bands,
    double minHz,
    double maxHz,
    MelScale scale,
    boolean areaNormalised,
    double reference,
    double smallest,
    double rangeDb) {

  /** librosa's defaults: Slaney's scale and norm over all frequencies, {@code power_to_db}. */
  static MelOptions of(SpectrumOptions spectrum, int bands) {
    return new MelOptions(
        spectrum, bands, 0, spectrum.sampleRate() / 2.0, MelScale.SLANEY, true, 1, 1e-10, 80);
  }

  /** These, but for the options given; an upper corner at half the rate stays there. */
  MelOptions with(Options options) {
    SpectrumOptions changed = spectrum.with(options);
    double half = changed.sampleRate() / 2.0;
    double sameMax = maxHz == spectrum.sampleRate() / 2.0 ? half : Math.min(maxHz, half);
    double newMin = options.number("minHz", minHz, 0, half - 1);
    return new MelOptions(
        changed,
        options.integer("bands", bands, 1, 1024),
        newMin,
        options.number("maxHz", sameMax, newMin + 1, half),
        options.constant("scale", scale),
        options.flag("areaNormalised", areaNormalised),
        options.number("reference", reference, 1e-30, 1e30),
        options.number("smallest", smallest, 1e-30, 1),
        options.number("rangeDb", rangeDb, 1, 1000));
  }

  void describe(Map<String, Object> json) {
    spectrum.describe(json);
    json.put("bands", bands);
    json.put("minHz", minHz);
    json.put("maxHz", maxHz);
    json.put("scale", Options.word(scale));
    json.put("areaNormalised", areaNormalised);
    json.put("reference", reference);
    json.put("smallest", smallest);
    json.put("rangeDb", rangeDb);
  }

  MelSpectrogram spectrogram() {
    MelFilterBank bank =
        new MelFilterBank(
            spectrum.sampleRate(),
            spectrum.fft(),
            bands,
            minHz,
            maxHz,
            scale,
            areaNormalised,
            MelFilterBank.Shape.STRAIGHT_IN_HERTZ);
    return MelSpectrogram.ofPower(spectrum.stft(), bank.filters());
  }

  Decibels decibels() {
    return new Decibels(reference, smallest, rangeDb);
  }
}
