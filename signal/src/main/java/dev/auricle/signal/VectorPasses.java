package dev.auricle.signal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The passes of {@link Butterflies} and the unfolding of {@link RealFft}, lane by lane; strides are
 * multiples of the lanes. Each loop stands in one method, because HotSpot keeps vectors in
 * registers only where it inlines, and it does not inline a method that has grown large.
 */
final class VectorPasses {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();
  private static final VectorSpecies<Float> FLOATS =
      VectorSpecies.of(float.class, VectorShape.forBitSize(LANES * Float.SIZE));

  private VectorPasses() {}

  /**
   * Gathers a block of frames and multiplies it by the window: even samples become real parts, odd
   * ones imaginary parts.
   *
   * @param places where each sample of the frames stands in {@code samples}, for an offset of 0
   */
  static void window(
      float[] samples, int offset, int[] places, double[] window, double[] re, double[] im) {
    for (int n = 0; n < places.length; n += 2) {
      int at = n / 2 * LANES;
      FloatVector even = FloatVector.fromArray(FLOATS, samples, places[n] + offset);
      FloatVector odd = FloatVector.fromArray(FLOATS, samples, places[n + 1] + offset);
      DoubleVector r = (DoubleVector) even.convertShape(VectorOperators.F2D, S, 0);
      DoubleVector i = (DoubleVector) odd.convertShape(VectorOperators.F2D, S, 0);
      r.mul(window[n]).intoArray(re, at);
      i.mul(window[n + 1]).intoArray(im, at);
    }
  }

  /** Squared magnitudes of bins 0 to inner, rounded, into one half of a block. */
  static void power(double[] re, double[] im, int inner, float[] power, int half) {
    for (int bin = 0; bin <= inner; bin++) {
      DoubleVector r = DoubleVector.fromArray(S, re, bin * LANES);
      DoubleVector i = DoubleVector.fromArray(S, im, bin * LANES);
      DoubleVector sum = r.mul(r).add(i.mul(i));
      FloatVector rounded = (FloatVector) sum.convertShape(VectorOperators.D2F, FLOATS, 0);
      rounded.intoArray(power, bin * 2 * LANES + half);
    }
  }

  /** Bins 0 to inner, rounded, into one half of a block. */
  static void round(double[] values, int inner, float[] out, int half) {
    for (int bin = 0; bin <= inner; bin++) {
      DoubleVector value = DoubleVector.fromArray(S, values, bin * LANES);
      FloatVector rounded = (FloatVector) value.convertShape(VectorOperators.D2F, FLOATS, 0);
      rounded.intoArray(out, bin * 2 * LANES + half);
    }
  }

  static void radix4(
      double[] xr, double[] xi, double[] yr, double[] yi, int m, int stride, double[] twiddles) {
    for (int p = 0; p < m; p++) {
      int a = stride * p;
      int b = stride * (p + m);
      int c = stride * (p + 2 * m);
      int d = stride * (p + 3 * m);
      // Read before the loop, since for all the compiler knows the stores in it could change them.
      double w1r = twiddles[6 * p];
      double w1i = twiddles[6 * p + 1];
      double w2r = twiddles[6 * p + 2];
      double w2i = twiddles[6 * p + 3];
      double w3r = twiddles[6 * p + 4];
      double w3i = twiddles[6 * p + 5];
      for (int q = 0; q < stride; q += LANES) {
        DoubleVector ar = DoubleVector.fromArray(S, xr, a + q);
        DoubleVector ai = DoubleVector.fromArray(S, xi, a + q);
        DoubleVector br = DoubleVector.fromArray(S, xr, b + q);
        DoubleVector bi = DoubleVector.fromArray(S, xi, b + q);
        DoubleVector cr = DoubleVector.fromArray(S, xr, c + q);
        DoubleVector ci = DoubleVector.fromArray(S, xi, c + q);
        DoubleVector dr = DoubleVector.fromArray(S, xr, d + q);
        DoubleVector di = DoubleVector.fromArray(S, xi, d + q);
        DoubleVector sumAcR = ar.add(cr);
        DoubleVector sumAcI = ai.add(ci);
        DoubleVector difAcR = ar.sub(cr);
        DoubleVector difAcI = ai.sub(ci);
        DoubleVector sumBdR = br.add(dr);
        DoubleVector sumBdI = bi.add(di);
        DoubleVector difBdR = br.sub(dr);
        DoubleVector difBdI = bi.sub(di);
        int o = 4 * a + q;
        sumAcR.add(sumBdR).intoArray(yr, o);
        sumAcI.add(sumBdI).intoArray(yi, o);
        o += stride;
        DoubleVector r = difAcR.add(difBdI);
        DoubleVector i = difAcI.sub(difBdR);
        r.mul(w1r).sub(i.mul(w1i)).intoArray(yr, o);
        i.mul(w1r).add(r.mul(w1i)).intoArray(yi, o);
        o += stride;
        r = sumAcR.sub(sumBdR);
        i = sumAcI.sub(sumBdI);
        r.mul(w2r).sub(i.mul(w2i)).intoArray(yr, o);
        i.mul(w2r).add(r.mul(w2i)).intoArray(yi, o);
        o += stride;
        r = difAcR.sub(difBdI);
        i = difAcI.add(difBdR);
        r.mul(w3r).sub(i.mul(w3i)).intoArray(yr, o);
        i.mul(w3r).add(r.mul(w3i)).intoArray(yi, o);
      }
    }
  }

  static void radix2(
      double[] xr, double[] xi, double[] yr, double[] yi, int m, int stride, double[] twiddles) {
    for (int p = 0; p < m; p++) {
      int a = stride * p;
      int b = stride * (p + m);
      double wr = twiddles[2 * p];
      double wi = twiddles[2 * p + 1];
      for (int q = 0; q < stride; q += LANES) {
        DoubleVector ar = DoubleVector.fromArray(S, xr, a + q);
        DoubleVector ai = DoubleVector.fromArray(S, xi, a + q);
        DoubleVector br = DoubleVector.fromArray(S, xr, b + q);
        DoubleVector bi = DoubleVector.fromArray(S, xi, b + q);
        int o = 2 * a + q;
        ar.add(br).intoArray(yr, o);
        ai.add(bi).intoArray(yi, o);
        DoubleVector r = ar.sub(br);
        DoubleVector i = ai.sub(bi);
        r.mul(wr).sub(i.mul(wi)).intoArray(yr, o + stride);
        i.mul(wr).add(r.mul(wi)).intoArray(yi, o + stride);
      }
    }
  }

  /** Turns the complex transform of the paired samples into bins 0 to inner, in place. */
  static void unfold(double[] re, double[] im, int inner, double[] cosines, double[] sines) {
    DoubleVector r0 = DoubleVector.fromArray(S, re, 0);
    DoubleVector i0 = DoubleVector.fromArray(S, im, 0);
    r0.add(i0).intoArray(re, 0);
    r0.sub(i0).intoArray(re, inner * LANES);
    DoubleVector.zero(S).intoArray(im, 0);
    DoubleVector.zero(S).intoArray(im, inner * LANES);
    for (int k = 1; k <= inner / 2; k++) {
      int a = k * LANES;
      int b = (inner - k) * LANES;
      DoubleVector ar = DoubleVector.fromArray(S, re, a);
      DoubleVector ai = DoubleVector.fromArray(S, im, a);
      DoubleVector br = DoubleVector.fromArray(S, re, b);
      DoubleVector bi = DoubleVector.fromArray(S, im, b);
      DoubleVector evenRe = ar.add(br).mul(0.5);
      DoubleVector evenIm = ai.sub(bi).mul(0.5);
      DoubleVector oddRe = ai.add(bi).mul(0.5);
      DoubleVector oddIm = br.sub(ar).mul(0.5);
      double cos = cosines[k];
      double sin = sines[k];
      DoubleVector turnedRe = oddRe.mul(cos).add(oddIm.mul(sin));
      DoubleVector turnedIm = oddIm.mul(cos).sub(oddRe.mul(sin));
      evenRe.add(turnedRe).intoArray(re, a);
      evenIm.add(turnedIm).intoArray(im, a);
      evenRe.sub(turnedRe).intoArray(re, b);
      turnedIm.sub(evenIm).intoArray(im, b);
    }
  }
}
