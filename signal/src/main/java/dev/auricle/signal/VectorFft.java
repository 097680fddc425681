package dev.auricle.signal;

import jdk.incubator.vector.DoubleVector;

/**
 * As many frames side by side as the processor has double lanes, through {@link RealFft}'s
 * operations: there are no shuffles, because a lane is a frame.
 */
final class VectorFft implements PreciseFft {
  private static final int HALF = DoubleVector.SPECIES_PREFERRED.length();
  private static final int LANES = 2 * HALF;

  private final Frames frames;
  private final FftPlan plan;
  private final SampleColumns columns;
  private final int[] places;
  private final int inner;
  private double[] re;
  private double[] im;
  private double[] spareRe;
  private double[] spareIm;

  VectorFft(Frames frames) {
    this.frames = frames;
    this.plan = FftPlan.of(frames.stft().length());
    this.inner = plan.inner;
    this.columns = new SampleColumns(frames, LANES);
    this.places = columns.places(plan.length);
    this.re = new double[(inner + 1) * HALF];
    this.im = new double[(inner + 1) * HALF];
    this.spareRe = new double[(inner + 1) * HALF];
    this.spareIm = new double[(inner + 1) * HALF];
  }

  /** Powers of two from 16 on; other lengths are left to {@link PlainFft}. */
  static boolean supports(int length) {
    return length >= 16 && Integer.bitCount(length) == 1;
  }

  @Override
  public void power(int first, float[] power) {
    for (int half = 0; half < LANES && first + half < frames.count(); half += HALF) {
      transform(first + half);
      VectorPasses.power(re, im, inner, power, half);
    }
  }

  @Override
  public void complex(int first, float[] outRe, float[] outIm) {
    for (int half = 0; half < LANES && first + half < frames.count(); half += HALF) {
      transform(first + half);
      VectorPasses.round(re, inner, outRe, half);
      VectorPasses.round(im, inner, outIm, half);
    }
  }

  private void transform(int first) {
    int offset = columns.moveTo(first);
    double[] window = frames.stft().weights();
    VectorPasses.window(columns.samples(), offset, places, window, re, im);
    int m = inner;
    int stride = HALF;
    for (int pass = 0; pass < plan.radices.length; pass++) {
      int radix = plan.radices[pass];
      double[] twiddles = plan.twiddles[pass];
      m /= radix;
      if (radix == 4) {
        VectorPasses.radix4(re, im, spareRe, spareIm, m, stride, twiddles);
      } else {
        VectorPasses.radix2(re, im, spareRe, spareIm, m, stride, twiddles);
      }
      stride *= radix;
      exchange();
    }
    VectorPasses.unfold(re, im, inner, plan.cos, plan.sin);
  }

  private void exchange() {
    double[] swap = re;
    re = spareRe;
    spareRe = swap;
    swap = im;
    im = spareIm;
    spareIm = swap;
  }
}
