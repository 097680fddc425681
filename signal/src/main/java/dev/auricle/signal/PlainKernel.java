package dev.auricle.signal;

/** Plain Java, one frame at a time. */
final class PlainKernel implements Kernel {
  private static final ShapeKernel SHAPES = new PlainShapes();

  @Override
  public int lanes() {
    return 1;
  }

  @Override
  public PreciseFft preciseFft(Frames frames) {
    return new PlainFft(frames, 1);
  }

  @Override
  public BlockFft quickFft(Frames frames) {
    return FloatTables.support(frames.stft().length())
        ? new PlainFloatFft(frames)
        : preciseFft(frames);
  }

  @Override
  public void apply(FilterBank bank, float[] rows, float[] out) {
    for (int band = 0; band < bank.bands(); band++) {
      float[] weights = bank.weights(band);
      int first = bank.first(band);
      float s0 = 0;
      float s1 = 0;
      float s2 = 0;
      float s3 = 0;
      int k = 0;
      for (; k + 3 < weights.length; k += 4) {
        s0 += weights[k] * rows[first + k];
        s1 += weights[k + 1] * rows[first + k + 1];
        s2 += weights[k + 2] * rows[first + k + 2];
        s3 += weights[k + 3] * rows[first + k + 3];
      }
      for (; k < weights.length; k++) {
        s0 += weights[k] * rows[first + k];
      }
      out[band] = (s0 + s1) + (s2 + s3);
    }
  }

  @Override
  public void multiply(
      double[] weights, int outputs, int inputs, float[] rows, float[] out, double[] work) {
    for (int row = 0; row < outputs; row++) {
      double even = 0;
      double odd = 0;
      int w = row * inputs;
      int k = 0;
      for (; k + 1 < inputs; k += 2) {
        even += rows[k] * weights[w + k];
        odd += rows[k + 1] * weights[w + k + 1];
      }
      if (k < inputs) {
        even += rows[k] * weights[w + k];
      }
      out[row] = (float) (even + odd);
    }
  }

  @Override
  public ShapeKernel shapes() {
    return SHAPES;
  }

  @Override
  public void dots(
      float[] a, int[] aFrom, float[] b, int[] bFrom, int length, float[] out, int count) {
    // Sixteen sums, whatever the processor, so that every kernel rounds alike; four at a time,
    // because the processor has no more registers.
    float[] sums = new float[16];
    for (int i = 0; i < count; i++) {
      for (int quarter = 0; quarter < 16; quarter += 4) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int x = aFrom[i] + quarter;
        int y = bFrom[i] + quarter;
        for (int k = 0; k < length; k += 16) {
          s0 += a[x + k] * b[y + k];
          s1 += a[x + k + 1] * b[y + k + 1];
          s2 += a[x + k + 2] * b[y + k + 2];
          s3 += a[x + k + 3] * b[y + k + 3];
        }
        sums[quarter] = s0;
        sums[quarter + 1] = s1;
        sums[quarter + 2] = s2;
        sums[quarter + 3] = s3;
      }
      out[i] = sumOfSixteen(sums, 0);
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
    PlainPolyphase.compute(filter, input, start, phase, out, at, count);
  }

  /** Neighbours are added, then their sums, and so on. */
  static float sumOfSixteen(float[] v, int at) {
    float a = (v[at] + v[at + 1]) + (v[at + 2] + v[at + 3]);
    float b = (v[at + 4] + v[at + 5]) + (v[at + 6] + v[at + 7]);
    float c = (v[at + 8] + v[at + 9]) + (v[at + 10] + v[at + 11]);
    float d = (v[at + 12] + v[at + 13]) + (v[at + 14] + v[at + 15]);
    return (a + b) + (c + d);
  }

  @Override
  public void squareRoots(float[] values, float[] roots, int count) {
    for (int i = 0; i < count; i++) {
      roots[i] = (float) Math.sqrt(values[i]);
    }
  }

  @Override
  public void logarithms(float[] values, float floor, float factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Logarithm.of(Math.max(floor, values[i])) * factor;
    }
  }

  @Override
  public void shiftAndClip(float[] values, float shift, float range) {
    float highest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      values[i] += shift;
      highest = Math.max(highest, values[i]);
    }
    float lowest = highest - range;
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(values[i], lowest);
    }
  }

  @Override
  public int crossings(float[] x, int from, int to, float silence) {
    // By the sign's bit, because noise would mislead a branch.
    int count = 0;
    int last = Float.floatToRawIntBits(x[from] + silence) >>> 31;
    for (int i = from + 1; i <= to; i++) {
      int now = Float.floatToRawIntBits(x[i] + silence) >>> 31;
      count += now ^ last;
      last = now;
    }
    return count;
  }

  @Override
  public boolean allFinite(float[] values) {
    // Zero times anything else is not a number. Four sums, which the processor carries side by
    // side.
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = 0;
    for (; i + 3 < values.length; i += 4) {
      a += values[i] * 0;
      b += values[i + 1] * 0;
      c += values[i + 2] * 0;
      d += values[i + 3] * 0;
    }
    for (; i < values.length; i++) {
      a += values[i] * 0;
    }
    return a + b + c + d == 0;
  }
}
