package dev.auricle.signal;

import java.util.concurrent.ConcurrentHashMap;

/**
 * Filters that gather a spectrum's bins into the pitch classes of an octave, as {@code
 * librosa.filters.chroma} (after Ellis, "Chroma feature analysis and synthesis", 2007). The first
 * class is C.
 *
 * @param sampleRate in Hz
 * @param length samples in a transform (n_fft)
 * @param classes pitch classes in an octave (n_chroma)
 * @param tuning deviation of A4 from 440 Hz, in parts of a class
 */
public record ChromaFilterBank(int sampleRate, int length, int classes, double tuning) {
  private static final double CENTRE_OCTAVE = 5;
  private static final double OCTAVE_WIDTH = 2;

  /** As many as there are tunings that {@link Tuning} tells apart. */
  private static final int KEPT = 100;

  // A bank takes as long to build as seconds of sound take to transform, and few tunings recur.
  private static final ConcurrentHashMap<ChromaFilterBank, FilterBank> CACHE =
      new ConcurrentHashMap<>();

  public ChromaFilterBank {
    Samples.requirePositive(sampleRate, "sample rate");
    Samples.requirePositive(length, "transform length");
    Samples.requirePositive(classes, "pitch classes");
  }

  /** Twelve classes. */
  public static ChromaFilterBank of(int sampleRate, int length, double tuning) {
    return new ChromaFilterBank(sampleRate, length, 12, tuning);
  }

  /** The filters' weights: classes x bins. */
  public FilterBank filters() {
    FilterBank made = CACHE.get(this);
    if (made == null) {
      if (CACHE.size() >= KEPT) {
        CACHE.clear();
      }
      made = build();
      CACHE.put(this, made);
    }
    return made;
  }

  private FilterBank build() {
    int bins = length / 2 + 1;
    double[] pitch = new double[bins + 1];
    double a0 = 440 * Math.pow(2, tuning / classes) / 16;
    for (int bin = 1; bin <= bins; bin++) {
      pitch[bin] = classes * (Math.log((double) bin * sampleRate / length / a0) / Math.log(2));
    }
    // Bin 0 has no pitch; it stands an octave and a half below bin 1.
    pitch[0] = pitch[1] - 1.5 * classes;
    int shift = 3 * (classes / 12);
    double half = Math.rint(classes / 2.0);
    Matrix weights = Matrix.zeros(classes, bins);
    double[] column = new double[classes];
    for (int bin = 0; bin < bins; bin++) {
      double width = bin == length - 1 ? 1 : Math.max(pitch[bin + 1] - pitch[bin], 1);
      double squares = 0;
      for (int pc = 0; pc < classes; pc++) {
        double distance = floorMod(pitch[bin] - pc + half + 10 * classes, classes) - half;
        column[pc] = Math.exp(-0.5 * Math.pow(2 * distance / width, 2));
        squares += column[pc] * column[pc];
      }
      double octave = (pitch[bin] / classes - CENTRE_OCTAVE) / OCTAVE_WIDTH;
      double gain = Math.exp(-0.5 * octave * octave) / Math.sqrt(squares);
      for (int pc = 0; pc < classes; pc++) {
        int row = Math.floorMod(pc - shift, classes);
        weights.values()[row * bins + bin] = (float) (column[pc] * gain);
      }
    }
    return FilterBank.of(weights);
  }

  private static double floorMod(double value, double modulus) {
    double rest = value % modulus;
    return rest < 0 ? rest + modulus : rest;
  }
}
