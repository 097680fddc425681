package dev.auricle.signal;

/** One frame after the other, in float, for powers of two. */
final class PlainFloatFft implements BlockFft {
  private final Frames frames;
  private final FloatTables tables;
  private float[] re;
  private float[] im;
  private float[] spareRe;
  private float[] spareIm;

  PlainFloatFft(Frames frames) {
    this.frames = frames;
    this.tables = frames.stft().tables();
    this.re = new float[tables.inner];
    this.im = new float[tables.inner];
    this.spareRe = new float[tables.inner];
    this.spareIm = new float[tables.inner];
  }

  @Override
  public void power(int first, float[] power) {
    window(frames.start(first));
    int m = tables.inner;
    int stride = 1;
    for (int pass = 0; pass < tables.radices.length; pass++) {
      int radix = tables.radices[pass];
      float[] twiddles = tables.twiddles[pass];
      m /= radix;
      if (radix == 2) {
        FloatPasses.radix2(re, im, spareRe, spareIm, m, stride, twiddles);
      } else if (stride == 1) {
        FloatPasses.firstRadix4(re, im, spareRe, spareIm, m, twiddles);
      } else {
        FloatPasses.radix4(re, im, spareRe, spareIm, m, stride, twiddles);
      }
      stride *= radix;
      exchange();
    }
    FloatPasses.power(re, im, tables.inner, tables.cos, tables.sin, power);
  }

  private void window(int start) {
    float[] window = tables.window;
    boolean inside = frames.inside(start, window.length);
    float[] x = frames.samples();
    for (int n = 0; n < re.length; n++) {
      int at = start + 2 * n;
      re[n] = (inside ? x[at] : frames.at(at)) * window[2 * n];
      im[n] = (inside ? x[at + 1] : frames.at(at + 1)) * window[2 * n + 1];
    }
  }

  private void exchange() {
    float[] swap = re;
    re = spareRe;
    spareRe = swap;
    swap = im;
    im = spareIm;
    spareIm = swap;
  }
}
