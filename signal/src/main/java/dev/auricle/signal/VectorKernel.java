package dev.auricle.signal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The JDK's Vector API: as many frames side by side as the processor has float lanes. */
final class VectorKernel implements Kernel {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final int HALF = DoubleVector.SPECIES_PREFERRED.length();
  private final ShapeKernel shapes = new VectorShapes();

  private VectorKernel() {}

  /** The kernel, or the plain one on a processor that has no vectors worth the name. */
  static Kernel create() {
    boolean wide = HALF * 2 == LANES && LANES >= 4 && LANES <= 16;
    return wide && INTS.length() == LANES ? new VectorKernel() : new PlainKernel();
  }

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public PreciseFft preciseFft(Frames frames) {
    return FloatTables.support(frames.stft().length())
        ? new VectorFft(frames)
        : new PlainFft(frames, LANES);
  }

  @Override
  public BlockFft quickFft(Frames frames) {
    return FloatTables.support(frames.stft().length())
        ? new VectorFloatFft(frames)
        : new PlainFft(frames, LANES);
  }

  @Override
  public void apply(FilterBank bank, float[] rows, float[] out) {
    for (int band = 0; band < bank.bands(); band++) {
      float[] weights = bank.weights(band);
      int row = bank.first(band) * LANES;
      FloatVector s0 = FloatVector.zero(FLOATS);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      int k = 0;
      for (; k + 3 < weights.length; k += 4) {
        s0 = s0.add(FloatVector.fromArray(FLOATS, rows, row).mul(weights[k]));
        s1 = s1.add(FloatVector.fromArray(FLOATS, rows, row + LANES).mul(weights[k + 1]));
        s2 = s2.add(FloatVector.fromArray(FLOATS, rows, row + 2 * LANES).mul(weights[k + 2]));
        s3 = s3.add(FloatVector.fromArray(FLOATS, rows, row + 3 * LANES).mul(weights[k + 3]));
        row += 4 * LANES;
      }
      for (; k < weights.length; k++) {
        s0 = s0.add(FloatVector.fromArray(FLOATS, rows, row).mul(weights[k]));
        row += LANES;
      }
      s0.add(s1).add(s2.add(s3)).intoArray(out, band * LANES);
    }
  }

  @Override
  public void multiply(
      double[] weights, int outputs, int inputs, float[] rows, float[] out, double[] work) {
    int sums = inputs * HALF;
    for (int half = 0; half < LANES; half += HALF) {
      Halves.take(rows, half, HALF, inputs, work);
      VectorPasses.multiply(weights, outputs, inputs, work, sums);
      Halves.put(work, sums, HALF, outputs, out, half);
    }
  }

  @Override
  public ShapeKernel shapes() {
    return shapes;
  }

  @Override
  public void dots(
      float[] a, int[] aFrom, float[] b, int[] bFrom, int length, float[] out, int count) {
    float[] sums = new float[16 * VectorDots.AT_ONCE];
    for (int i = 0; i < count; i += VectorDots.AT_ONCE) {
      VectorDots.sums(a, aFrom, b, bFrom, i, length, sums);
      for (int j = 0; j < VectorDots.AT_ONCE; j++) {
        out[i + j] = PlainKernel.sumOfSixteen(sums, 16 * j);
      }
    }
  }

  @Override
  public void polyphase(
      ResamplingFilter filter,
      float[] input,
      int start,
      int phase,
      float[] out,
      int at,
      int count) {
    VectorPolyphase.compute(filter, input, start, phase, out, at, count);
  }

  @Override
  public void squareRoots(float[] values, float[] roots, int count) {
    int whole = FLOATS.loopBound(count);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector.fromArray(FLOATS, values, i).sqrt().intoArray(roots, i);
    }
    for (int i = whole; i < count; i++) {
      roots[i] = (float) Math.sqrt(values[i]);
    }
  }

  @Override
  public void logarithms(float[] values, float floor, float factor) {
    int whole = FLOATS.loopBound(values.length);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector value = FloatVector.fromArray(FLOATS, values, i).max(floor);
      logarithm(value).mul(factor).intoArray(values, i);
    }
    for (int i = whole; i < values.length; i++) {
      values[i] = Logarithm.of(Math.max(floor, values[i])) * factor;
    }
  }

  @Override
  public void shiftAndClip(float[] values, float shift, float range) {
    int whole = FLOATS.loopBound(values.length);
    FloatVector highest = FloatVector.broadcast(FLOATS, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector shifted = FloatVector.fromArray(FLOATS, values, i).add(shift);
      shifted.intoArray(values, i);
      highest = highest.max(shifted);
    }
    float largest = highest.reduceLanes(VectorOperators.MAX);
    for (int i = whole; i < values.length; i++) {
      values[i] += shift;
      largest = Math.max(largest, values[i]);
    }
    float lowest = largest - range;
    for (int i = 0; i < whole; i += LANES) {
      FloatVector.fromArray(FLOATS, values, i).max(lowest).intoArray(values, i);
    }
    for (int i = whole; i < values.length; i++) {
      values[i] = Math.max(values[i], lowest);
    }
  }

  @Override
  public int crossings(float[] x, int from, int to, float silence) {
    int whole = from + INTS.loopBound(to - from);
    IntVector sum = IntVector.zero(INTS);
    for (int i = from; i < whole; i += LANES) {
      IntVector before = FloatVector.fromArray(FLOATS, x, i).add(silence).reinterpretAsInts();
      IntVector now = FloatVector.fromArray(FLOATS, x, i + 1).add(silence).reinterpretAsInts();
      IntVector changed = now.lanewise(VectorOperators.XOR, before);
      sum = sum.add(changed.lanewise(VectorOperators.LSHR, 31));
    }
    int count = sum.reduceLanes(VectorOperators.ADD);
    for (int i = whole; i < to; i++) {
      int before = Float.floatToRawIntBits(x[i] + silence);
      count += (Float.floatToRawIntBits(x[i + 1] + silence) ^ before) >>> 31;
    }
    return count;
  }

  @Override
  public boolean allFinite(float[] values) {
    int whole = FLOATS.loopBound(values.length);
    FloatVector sum = FloatVector.zero(FLOATS);
    for (int i = 0; i < whole; i += LANES) {
      sum = sum.add(FloatVector.fromArray(FLOATS, values, i).mul(0));
    }
    float rest = sum.reduceLanes(VectorOperators.ADD);
    for (int i = whole; i < values.length; i++) {
      rest += values[i] * 0;
    }
    return rest == 0;
  }

  /** {@link Logarithm#of}, lane by lane. */
  static FloatVector logarithm(FloatVector value) {
    IntVector bits = value.reinterpretAsInts();
    IntVector exponent = bits.sub(Logarithm.SQRT_HALF_BITS).lanewise(VectorOperators.ASHR, 23);
    // As a float, exactly, by its place among the digits of 1.5 * 2^23: HotSpot boxes conversions.
    FloatVector power = exponent.add(0x4b400000).reinterpretAsFloats().sub(12_582_912f);
    FloatVector x =
        bits.sub(exponent.lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats().sub(1);
    FloatVector square = x.mul(x);
    float[] c = Logarithm.POLYNOMIAL;
    FloatVector sum = x.mul(c[0]).add(c[1]);
    sum = sum.mul(x).add(c[2]);
    sum = sum.mul(x).add(c[3]);
    sum = sum.mul(x).add(c[4]);
    sum = sum.mul(x).add(c[5]);
    sum = sum.mul(x).add(c[6]);
    sum = sum.mul(x).add(c[7]);
    sum = sum.mul(x).add(c[8]);
    FloatVector result =
        sum.mul(x).mul(square).add(power.mul(Logarithm.LN2_LOW)).sub(square.mul(0.5f)).add(x);
    return result.add(power.mul(Logarithm.LN2_HIGH));
  }
}
