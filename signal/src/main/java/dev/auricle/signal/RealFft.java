package dev.auricle.signal;

import java.util.Arrays;

/**
 * The discrete Fourier transform of real signals of one length, of any length.
 *
 * <p>An even length is transformed as a complex signal of half the length, whose spectrum is then
 * unfolded. Bins run from 0 to {@code length / 2}; forward is {@code sum x[n] exp(-2 pi i k n /
 * N)}, unscaled, and {@link #inverse} undoes it. Holds working memory: one thread at a time.
 */
final class RealFft {
  private final FftPlan plan;
  private final int length;
  private final int inner;
  private final ComplexFft fft;
  private final double[] re;
  private final double[] im;

  RealFft(FftPlan plan) {
    this.plan = plan;
    this.length = plan.length;
    this.inner = plan.inner;
    this.fft = ComplexFft.of(plan);
    this.re = new double[inner];
    this.im = new double[inner];
  }

  int bins() {
    return length / 2 + 1;
  }

  /**
   * Transforms one frame.
   *
   * @param frame {@code double[length]}
   * @param outRe real parts, {@code double[bins]}
   * @param outIm imaginary parts, {@code double[bins]}
   */
  void forward(double[] frame, double[] outRe, double[] outIm) {
    if (inner == length) {
      System.arraycopy(frame, 0, re, 0, length);
      Arrays.fill(im, 0);
      fft.transform(re, im);
      System.arraycopy(re, 0, outRe, 0, bins());
      System.arraycopy(im, 0, outIm, 0, bins());
      return;
    }
    for (int n = 0; n < inner; n++) {
      re[n] = frame[2 * n];
      im[n] = frame[2 * n + 1];
    }
    fft.transform(re, im);
    outRe[0] = re[0] + im[0];
    outIm[0] = 0;
    outRe[inner] = re[0] - im[0];
    outIm[inner] = 0;
    double[] cos = plan.cos;
    double[] sin = plan.sin;
    for (int k = 1; k <= inner / 2; k++) {
      // Even samples' spectrum E and odd samples' spectrum O, then E + O exp(-2 pi i k / length).
      int mirror = inner - k;
      double evenRe = 0.5 * (re[k] + re[mirror]);
      double evenIm = 0.5 * (im[k] - im[mirror]);
      double oddRe = 0.5 * (im[k] + im[mirror]);
      double oddIm = 0.5 * (re[mirror] - re[k]);
      double turnedRe = cos[k] * oddRe + sin[k] * oddIm;
      double turnedIm = cos[k] * oddIm - sin[k] * oddRe;
      outRe[k] = evenRe + turnedRe;
      outIm[k] = evenIm + turnedIm;
      outRe[mirror] = evenRe - turnedRe;
      outIm[mirror] = turnedIm - evenIm;
    }
  }

  /**
   * The real signal with that spectrum; imaginary parts of bin 0 and of the middle bin of an even
   * length count as zero.
   *
   * @param inRe real parts, {@code double[bins]}
   * @param inIm imaginary parts, {@code double[bins]}
   * @param frame receives the signal, {@code double[length]}
   */
  void inverse(double[] inRe, double[] inIm, double[] frame) {
    // The inverse is the forward transform with real and imaginary parts exchanged.
    if (inner == length) {
      re[0] = inRe[0];
      im[0] = 0;
      for (int k = 1; k < bins(); k++) {
        re[k] = inRe[k];
        im[k] = inIm[k];
        re[length - k] = inRe[k];
        im[length - k] = -inIm[k];
      }
      fft.transform(im, re);
      for (int n = 0; n < length; n++) {
        frame[n] = re[n] / length;
      }
      return;
    }
    double[] cos = plan.cos;
    double[] sin = plan.sin;
    re[0] = 0.5 * (inRe[0] + inRe[inner]);
    im[0] = 0.5 * (inRe[0] - inRe[inner]);
    for (int k = 1; k < inner; k++) {
      double evenRe = 0.5 * (inRe[k] + inRe[inner - k]);
      double evenIm = 0.5 * (inIm[k] - inIm[inner - k]);
      double diffRe = 0.5 * (inRe[k] - inRe[inner - k]);
      double diffIm = 0.5 * (inIm[k] + inIm[inner - k]);
      double oddRe = diffRe * cos[k] - diffIm * sin[k];
      double oddIm = diffRe * sin[k] + diffIm * cos[k];
      re[k] = evenRe - oddIm;
      im[k] = evenIm + oddRe;
    }
    fft.transform(im, re);
    for (int n = 0; n < inner; n++) {
      frame[2 * n] = re[n] / inner;
      frame[2 * n + 1] = im[n] / inner;
    }
  }
}
