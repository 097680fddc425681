package dev.auricle.signal;

/** A {@link FftPlan} of a power of two and a window, rounded to float. */
final class FloatTables {
  final int inner;
  final int[] radices;
  final float[][] twiddles;
  final float[] cos;
  final float[] sin;
  final float[] window;

  FloatTables(FftPlan plan, double[] window) {
    this.inner = plan.inner;
    this.radices = plan.radices;
    this.twiddles = new float[plan.twiddles.length][];
    for (int pass = 0; pass < twiddles.length; pass++) {
      twiddles[pass] = round(plan.twiddles[pass]);
    }
    this.cos = round(plan.cos);
    this.sin = round(plan.sin);
    this.window = round(window);
  }

  /** Powers of two from 16 on. */
  static boolean support(int length) {
    return length >= 16 && Integer.bitCount(length) == 1;
  }

  private static float[] round(double[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }
}
