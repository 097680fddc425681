package dev.auricle.signal;

import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.DoubleVector;

/**
 * {@link VectorFloatFft} in double precision, through {@link RealFft}'s operations. A block has as
 * many lanes as there are float lanes, and is done in two halves.
 */
final class VectorFft implements PreciseFft {
  private static final int HALF = DoubleVector.SPECIES_PREFERRED.length();
  private static final int LANES = 2 * HALF;

  private interface Step {
    void run(VectorFft fft);
  }

  private final Frames frames;
  private final FftPlan plan;
  private final SampleColumns columns;
  private final double[] samples;
  private final int[] places;
  private final int bins;
  private final Step[] steps;
  private final Step unfold = new Unfold();
  private final Step power = new Power();
  private int widened = Integer.MIN_VALUE;
  private int offset;
  private double[] re;
  private double[] im;
  private double[] spareRe;
  private double[] spareIm;

  VectorFft(Frames frames) {
    this.frames = frames;
    this.plan = FftPlan.of(frames.stft().length());
    this.columns = new SampleColumns(frames, LANES);
    this.samples = new double[columns.samples().length];
    this.places = columns.places(plan.length);
    this.bins = plan.inner + 1;
    this.re = new double[bins * HALF];
    this.im = new double[bins * HALF];
    this.spareRe = new double[bins * HALF];
    this.spareIm = new double[bins * HALF];
    this.steps = steps(plan);
  }

  private static Step[] steps(FftPlan plan) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Gather());
    int m = plan.inner;
    int stride = HALF;
    for (int pass = 0; pass < plan.radices.length; pass++) {
      int radix = plan.radices[pass];
      m /= radix;
      double[] twiddles = plan.twiddles[pass];
      steps.add(radix == 4 ? new Four(m, stride, twiddles) : new Two(m, stride, twiddles));
      stride *= radix;
    }
    return steps.toArray(Step[]::new);
  }

  @Override
  public void power(int first, float[] power) {
    for (int half = 0; half < LANES && first + half < frames.count(); half += HALF) {
      transform(first, half);
      this.power.run(this);
      Halves.put(spareRe, 0, HALF, bins, power, half);
    }
  }

  @Override
  public void complex(int first, float[] outRe, float[] outIm) {
    for (int half = 0; half < LANES && first + half < frames.count(); half += HALF) {
      transform(first, half);
      unfold.run(this);
      Halves.put(re, 0, HALF, bins, outRe, half);
      Halves.put(im, 0, HALF, bins, outIm, half);
    }
  }

  private void transform(int first, int half) {
    offset = columns.moveTo(first) + half;
    if (columns.first() != widened) {
      Halves.widen(columns.samples(), samples);
      widened = columns.first();
    }
    for (Step step : steps) {
      step.run(this);
    }
  }

  private void exchange() {
    double[] swap = re;
    re = spareRe;
    spareRe = swap;
    swap = im;
    im = spareIm;
    spareIm = swap;
  }

  private record Gather() implements Step {
    @Override
    public void run(VectorFft f) {
      double[] window = f.frames.stft().weights();
      VectorPasses.window(f.samples, f.offset, f.places, window, f.re, f.im);
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Four(int m, int stride, double[] twiddles) implements Step {
    @Override
    public void run(VectorFft f) {
      VectorPasses.radix4(f.re, f.im, f.spareRe, f.spareIm, m, stride, twiddles);
      f.exchange();
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Two(int m, int stride, double[] twiddles) implements Step {
    @Override
    public void run(VectorFft f) {
      VectorPasses.radix2(f.re, f.im, f.spareRe, f.spareIm, m, stride, twiddles);
      f.exchange();
    }
  }

  private record Unfold() implements Step {
    @Override
    public void run(VectorFft f) {
      VectorPasses.unfold(f.re, f.im, f.plan.inner, f.plan.cos, f.plan.sin);
    }
  }

  private record Power() implements Step {
    @Override
    public void run(VectorFft f) {
      VectorPasses.power(f.re, f.im, f.plan.inner, f.plan.cos, f.plan.sin, f.spareRe);
    }
  }
}
