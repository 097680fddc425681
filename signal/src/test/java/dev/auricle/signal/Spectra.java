package dev.auricle.signal;

/** Measures that tests take of sounds, in double precision where it matters. */
final class Spectra {
  private Spectra() {}

  /**
   * Level of the difference of two sounds below a frequency, against full scale: RMS, in dB re 1.
   */
  static double differenceDb(float[] a, float[] b, int sampleRate, double belowHz) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = (double) a[i] - b[i];
    }
    RealFft fft = new RealFft(FftPlan.of(a.length));
    double[] re = new double[fft.bins()];
    double[] im = new double[fft.bins()];
    fft.forward(difference, re, im);
    double energy = 0;
    for (int bin = 0; bin < fft.bins() && (double) bin * sampleRate / a.length < belowHz; bin++) {
      energy += 2 * (re[bin] * re[bin] + im[bin] * im[bin]);
    }
    return 10 * Math.log10(energy / a.length / a.length);
  }
}
