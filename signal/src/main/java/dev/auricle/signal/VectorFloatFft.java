package dev.auricle.signal;

import jdk.incubator.vector.FloatVector;

/** As many frames side by side as the processor has float lanes, through {@link FloatPasses}. */
final class VectorFloatFft implements BlockFft {
  private static final int LANES = FloatVector.SPECIES_PREFERRED.length();

  private final FloatTables tables;
  private final SampleColumns columns;
  private final int[] places;
  private final int inner;
  private float[] re;
  private float[] im;
  private float[] spareRe;
  private float[] spareIm;

  VectorFloatFft(Frames frames) {
    this.tables = frames.stft().tables();
    this.inner = tables.inner;
    this.columns = new SampleColumns(frames, LANES);
    this.places = columns.places(2 * inner);
    this.re = new float[inner * LANES];
    this.im = new float[inner * LANES];
    this.spareRe = new float[inner * LANES];
    this.spareIm = new float[inner * LANES];
  }

  @Override
  public void power(int first, float[] power) {
    int offset = columns.moveTo(first);
    VectorFloatPasses.window(columns.samples(), offset, places, tables.window, re, im);
    int m = inner;
    int stride = LANES;
    for (int pass = 0; pass < tables.radices.length; pass++) {
      int radix = tables.radices[pass];
      float[] twiddles = tables.twiddles[pass];
      m /= radix;
      if (radix == 4) {
        VectorFloatPasses.radix4(re, im, spareRe, spareIm, m, stride, twiddles);
      } else {
        VectorFloatPasses.radix2(re, im, spareRe, spareIm, m, stride, twiddles);
      }
      stride *= radix;
      exchange();
    }
    VectorFloatPasses.power(re, im, inner, tables.cos, tables.sin, power);
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
