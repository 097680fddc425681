package dev.auricle.signal;

import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.FloatVector;

/**
 * As many frames side by side as the processor has float lanes, through {@link FloatPasses}: there
 * are no shuffles, because a lane is a frame.
 *
 * <p>The steps are objects so that HotSpot, which sees one call that reaches many methods, compiles
 * each on its own.
 */
final class VectorFloatFft implements BlockFft {
  private static final int LANES = FloatVector.SPECIES_PREFERRED.length();

  private interface Step {
    void run(VectorFloatFft fft);
  }

  private final FloatTables tables;
  private final SampleColumns columns;
  private final int[] places;
  private final int inner;
  private final Step[] steps;
  private int offset;
  private float[] re;
  private float[] im;
  private float[] spareRe;
  private float[] spareIm;
  private float[] power = new float[0];

  VectorFloatFft(Frames frames) {
    this.tables = frames.stft().tables();
    this.inner = tables.inner;
    this.columns = new SampleColumns(frames, LANES);
    this.places = columns.places(2 * inner);
    this.re = new float[inner * LANES];
    this.im = new float[inner * LANES];
    this.spareRe = new float[inner * LANES];
    this.spareIm = new float[inner * LANES];
    this.steps = steps(tables);
  }

  private static Step[] steps(FloatTables tables) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Gather());
    int m = tables.inner;
    int stride = LANES;
    for (int pass = 0; pass < tables.radices.length; pass++) {
      int radix = tables.radices[pass];
      m /= radix;
      float[] twiddles = tables.twiddles[pass];
      steps.add(radix == 4 ? new Four(m, stride, twiddles) : new Two(m, stride, twiddles));
      stride *= radix;
    }
    steps.add(new Power());
    return steps.toArray(Step[]::new);
  }

  @Override
  public void power(int first, float[] out) {
    offset = columns.moveTo(first);
    power = out;
    for (Step step : steps) {
      step.run(this);
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

  private record Gather() implements Step {
    @Override
    public void run(VectorFloatFft f) {
      float[] samples = f.columns.samples();
      VectorFloatPasses.window(samples, f.offset, f.places, f.tables.window, f.re, f.im);
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Four(int m, int stride, float[] twiddles) implements Step {
    @Override
    public void run(VectorFloatFft f) {
      VectorFloatPasses.radix4(f.re, f.im, f.spareRe, f.spareIm, m, stride, twiddles);
      f.exchange();
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Two(int m, int stride, float[] twiddles) implements Step {
    @Override
    public void run(VectorFloatFft f) {
      VectorFloatPasses.radix2(f.re, f.im, f.spareRe, f.spareIm, m, stride, twiddles);
      f.exchange();
    }
  }

  private record Power() implements Step {
    @Override
    public void run(VectorFloatFft f) {
      VectorFloatPasses.power(f.re, f.im, f.inner, f.tables.cos, f.tables.sin, f.power);
    }
  }
}
