package dev.auricle.signal;

/** Plain Java, one frame at a time. */
final class PlainKernel implements Kernel {
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
  public void squareRoots(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sqrt(values[i]);
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
