package dev.auricle.signal;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link FloatPasses}, lane by lane; strides are multiples of the lanes. Each loop stands in one
 * method, because HotSpot keeps vectors in registers only where it inlines, and it does not inline
 * a method that has grown large.
 */
final class VectorFloatPasses {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  private VectorFloatPasses() {}

  /**
   * Gathers a block of frames and multiplies it by the window: even samples become real parts, odd
   * ones imaginary parts.
   *
   * @param rows where each sample of the frames stands in {@code samples}, for an offset of 0
   */
  static void window(
      float[] samples, int offset, int[] rows, float[] window, float[] re, float[] im) {
    for (int n = 0; n < rows.length; n += 2) {
      int at = n / 2 * LANES;
      FloatVector even = FloatVector.fromArray(S, samples, rows[n] + offset);
      even.mul(window[n]).intoArray(re, at);
      FloatVector odd = FloatVector.fromArray(S, samples, rows[n + 1] + offset);
      odd.mul(window[n + 1]).intoArray(im, at);
    }
  }

  static void radix4(
      float[] xr, float[] xi, float[] yr, float[] yi, int m, int stride, float[] twiddles) {
    for (int p = 0; p < m; p++) {
      int a = stride * p;
      int b = stride * (p + m);
      int c = stride * (p + 2 * m);
      int d = stride * (p + 3 * m);
      // Read before the loop, since for all the compiler knows the stores in it could change them.
      float w1r = twiddles[6 * p];
      float w1i = twiddles[6 * p + 1];
      float w2r = twiddles[6 * p + 2];
      float w2i = twiddles[6 * p + 3];
      float w3r = twiddles[6 * p + 4];
      float w3i = twiddles[6 * p + 5];
      for (int q = 0; q < stride; q += LANES) {
        FloatVector ar = FloatVector.fromArray(S, xr, a + q);
        FloatVector ai = FloatVector.fromArray(S, xi, a + q);
        FloatVector br = FloatVector.fromArray(S, xr, b + q);
        FloatVector bi = FloatVector.fromArray(S, xi, b + q);
        FloatVector cr = FloatVector.fromArray(S, xr, c + q);
        FloatVector ci = FloatVector.fromArray(S, xi, c + q);
        FloatVector dr = FloatVector.fromArray(S, xr, d + q);
        FloatVector di = FloatVector.fromArray(S, xi, d + q);
        FloatVector sumAcR = ar.add(cr);
        FloatVector sumAcI = ai.add(ci);
        FloatVector difAcR = ar.sub(cr);
        FloatVector difAcI = ai.sub(ci);
        FloatVector sumBdR = br.add(dr);
        FloatVector sumBdI = bi.add(di);
        FloatVector difBdR = br.sub(dr);
        FloatVector difBdI = bi.sub(di);
        int o = 4 * a + q;
        sumAcR.add(sumBdR).intoArray(yr, o);
        sumAcI.add(sumBdI).intoArray(yi, o);
        o += stride;
        FloatVector r = difAcR.add(difBdI);
        FloatVector i = difAcI.sub(difBdR);
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
      float[] xr, float[] xi, float[] yr, float[] yi, int m, int stride, float[] twiddles) {
    for (int p = 0; p < m; p++) {
      int a = stride * p;
      int b = stride * (p + m);
      float wr = twiddles[2 * p];
      float wi = twiddles[2 * p + 1];
      for (int q = 0; q < stride; q += LANES) {
        FloatVector ar = FloatVector.fromArray(S, xr, a + q);
        FloatVector ai = FloatVector.fromArray(S, xi, a + q);
        FloatVector br = FloatVector.fromArray(S, xr, b + q);
        FloatVector bi = FloatVector.fromArray(S, xi, b + q);
        int o = 2 * a + q;
        ar.add(br).intoArray(yr, o);
        ai.add(bi).intoArray(yi, o);
        FloatVector r = ar.sub(br);
        FloatVector i = ai.sub(bi);
        r.mul(wr).sub(i.mul(wi)).intoArray(yr, o + stride);
        i.mul(wr).add(r.mul(wi)).intoArray(yi, o + stride);
      }
    }
  }

  /**
   * Squared magnitudes of bins 0 to inner, from the complex transform of the paired samples.
   *
   * @param power receives a block
   */
  static void power(
      float[] re, float[] im, int inner, float[] cosines, float[] sines, float[] power) {
    FloatVector r0 = FloatVector.fromArray(S, re, 0);
    FloatVector i0 = FloatVector.fromArray(S, im, 0);
    FloatVector edge = r0.add(i0);
    edge.mul(edge).intoArray(power, 0);
    edge = r0.sub(i0);
    edge.mul(edge).intoArray(power, inner * LANES);
    for (int k = 1; k <= inner / 2; k++) {
      int a = k * LANES;
      int b = (inner - k) * LANES;
      FloatVector ar = FloatVector.fromArray(S, re, a);
      FloatVector ai = FloatVector.fromArray(S, im, a);
      FloatVector br = FloatVector.fromArray(S, re, b);
      FloatVector bi = FloatVector.fromArray(S, im, b);
      FloatVector evenRe = ar.add(br).mul(0.5f);
      FloatVector evenIm = ai.sub(bi).mul(0.5f);
      FloatVector oddRe = ai.add(bi).mul(0.5f);
      FloatVector oddIm = br.sub(ar).mul(0.5f);
      float cos = cosines[k];
      float sin = sines[k];
      FloatVector turnedRe = oddRe.mul(cos).add(oddIm.mul(sin));
      FloatVector turnedIm = oddIm.mul(cos).sub(oddRe.mul(sin));
      FloatVector r = evenRe.add(turnedRe);
      FloatVector i = evenIm.add(turnedIm);
      r.mul(r).add(i.mul(i)).intoArray(power, a);
      r = evenRe.sub(turnedRe);
      i = turnedIm.sub(evenIm);
      r.mul(r).add(i.mul(i)).intoArray(power, b);
    }
  }
}
