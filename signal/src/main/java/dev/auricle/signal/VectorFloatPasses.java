package dev.auricle.signal;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops of {@link FloatPasses}, lane by lane, in float precision; strides are multiples of the
 * lanes.
 *
 * <p>HotSpot keeps vectors in registers only up to a certain size of what it compiles at once, some
 * fifty vector operations. So a butterfly of radix 4 is done in two halves, and the passes are
 * called in a way that keeps HotSpot from melting them together (see {@link VectorFloatFft}).
 */
final class VectorFloatPasses {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  /** Vectors that one half of the butterflies leaves in the cache for the other. */
  private static final int CHUNK = 8 * LANES;

  private VectorFloatPasses() {}

  /**
   * Gathers a block of frames and multiplies it by the window: even samples become real parts, odd
   * ones imaginary parts.
   *
   * @param places where each sample of the frames stands in {@code samples}, for an offset of 0
   */
  static void window(
      float[] samples, int offset, int[] places, float[] window, float[] re, float[] im) {
    for (int n = 0; n < places.length; n += 2) {
      int at = n / 2 * LANES;
      FloatVector even = FloatVector.fromArray(S, samples, places[n] + offset);
      even.mul(window[n]).intoArray(re, at);
      FloatVector odd = FloatVector.fromArray(S, samples, places[n + 1] + offset);
      odd.mul(window[n + 1]).intoArray(im, at);
    }
  }

  static void radix4(
      float[] xr, float[] xi, float[] yr, float[] yi, int m, int stride, float[] twiddles) {
    if (stride == LANES) {
      for (int p = 0; p < m; p += CHUNK / LANES) {
        int end = Math.min(m, p + CHUNK / LANES);
        firstSums(xr, xi, yr, yi, m, p, end, twiddles);
        firstDifferences(xr, xi, yr, yi, m, p, end, twiddles);
      }
      return;
    }
    for (int p = 0; p < m; p++) {
      for (int q = 0; q < stride; q += CHUNK) {
        int from = stride * p + q;
        int to = Math.min(stride * (p + 1), from + CHUNK);
        int w = 6 * p;
        sums(xr, xi, yr, yi, m, stride, p, from, to, twiddles[w + 2], twiddles[w + 3]);
        differences(xr, xi, yr, yi, m, stride, p, from, to, twiddles);
      }
    }
  }

  /** Results 0 and 2 of butterflies that share their twiddles. */
  private static void sums(
      float[] xr,
      float[] xi,
      float[] yr,
      float[] yi,
      int m,
      int stride,
      int p,
      int from,
      int to,
      float cos,
      float sin) {
    int b = stride * m;
    int o = 3 * stride * p;
    FloatVector wr = FloatVector.broadcast(S, cos);
    FloatVector wi = FloatVector.broadcast(S, sin);
    for (int a = from; a < to; a += LANES) {
      FloatVector acR =
          FloatVector.fromArray(S, xr, a).add(FloatVector.fromArray(S, xr, a + 2 * b));
      FloatVector acI =
          FloatVector.fromArray(S, xi, a).add(FloatVector.fromArray(S, xi, a + 2 * b));
      FloatVector bdR =
          FloatVector.fromArray(S, xr, a + b).add(FloatVector.fromArray(S, xr, a + 3 * b));
      FloatVector bdI =
          FloatVector.fromArray(S, xi, a + b).add(FloatVector.fromArray(S, xi, a + 3 * b));
      acR.add(bdR).intoArray(yr, o + a);
      acI.add(bdI).intoArray(yi, o + a);
      FloatVector r = acR.sub(bdR);
      FloatVector i = acI.sub(bdI);
      r.mul(wr).sub(i.mul(wi)).intoArray(yr, o + a + 2 * stride);
      i.mul(wr).add(r.mul(wi)).intoArray(yi, o + a + 2 * stride);
    }
  }

  /** Results 1 and 3 of butterflies that share their twiddles. */
  private static void differences(
      float[] xr,
      float[] xi,
      float[] yr,
      float[] yi,
      int m,
      int stride,
      int p,
      int from,
      int to,
      float[] twiddles) {
    int b = stride * m;
    int o = 3 * stride * p + stride;
    FloatVector w1r = FloatVector.broadcast(S, twiddles[6 * p]);
    FloatVector w1i = FloatVector.broadcast(S, twiddles[6 * p + 1]);
    FloatVector w3r = FloatVector.broadcast(S, twiddles[6 * p + 4]);
    FloatVector w3i = FloatVector.broadcast(S, twiddles[6 * p + 5]);
    for (int a = from; a < to; a += LANES) {
      FloatVector acR =
          FloatVector.fromArray(S, xr, a).sub(FloatVector.fromArray(S, xr, a + 2 * b));
      FloatVector acI =
          FloatVector.fromArray(S, xi, a).sub(FloatVector.fromArray(S, xi, a + 2 * b));
      FloatVector bdR =
          FloatVector.fromArray(S, xr, a + b).sub(FloatVector.fromArray(S, xr, a + 3 * b));
      FloatVector bdI =
          FloatVector.fromArray(S, xi, a + b).sub(FloatVector.fromArray(S, xi, a + 3 * b));
      FloatVector r = acR.add(bdI);
      FloatVector i = acI.sub(bdR);
      r.mul(w1r).sub(i.mul(w1i)).intoArray(yr, o + a);
      i.mul(w1r).add(r.mul(w1i)).intoArray(yi, o + a);
      r = acR.sub(bdI);
      i = acI.add(bdR);
      r.mul(w3r).sub(i.mul(w3i)).intoArray(yr, o + a + 2 * stride);
      i.mul(w3r).add(r.mul(w3i)).intoArray(yi, o + a + 2 * stride);
    }
  }

  /** Results 0 and 2 of the first pass, where each butterfly has its own twiddles. */
  private static void firstSums(
      float[] xr, float[] xi, float[] yr, float[] yi, int m, int from, int to, float[] twiddles) {
    int b = LANES * m;
    int stride = LANES;
    for (int p = from; p < to; p++) {
      int a = p * LANES;
      int o = 3 * a;
      float wr = twiddles[6 * p + 2];
      float wi = twiddles[6 * p + 3];
      FloatVector acR =
          FloatVector.fromArray(S, xr, a).add(FloatVector.fromArray(S, xr, a + 2 * b));
      FloatVector acI =
          FloatVector.fromArray(S, xi, a).add(FloatVector.fromArray(S, xi, a + 2 * b));
      FloatVector bdR =
          FloatVector.fromArray(S, xr, a + b).add(FloatVector.fromArray(S, xr, a + 3 * b));
      FloatVector bdI =
          FloatVector.fromArray(S, xi, a + b).add(FloatVector.fromArray(S, xi, a + 3 * b));
      acR.add(bdR).intoArray(yr, o + a);
      acI.add(bdI).intoArray(yi, o + a);
      FloatVector r = acR.sub(bdR);
      FloatVector i = acI.sub(bdI);
      r.mul(wr).sub(i.mul(wi)).intoArray(yr, o + a + 2 * stride);
      i.mul(wr).add(r.mul(wi)).intoArray(yi, o + a + 2 * stride);
    }
  }

  /** Results 1 and 3 of the first pass. */
  private static void firstDifferences(
      float[] xr, float[] xi, float[] yr, float[] yi, int m, int from, int to, float[] twiddles) {
    int b = LANES * m;
    int stride = LANES;
    for (int p = from; p < to; p++) {
      int a = p * LANES;
      int o = 3 * a + LANES;
      float w1r = twiddles[6 * p];
      float w1i = twiddles[6 * p + 1];
      float w3r = twiddles[6 * p + 4];
      float w3i = twiddles[6 * p + 5];
      FloatVector acR =
          FloatVector.fromArray(S, xr, a).sub(FloatVector.fromArray(S, xr, a + 2 * b));
      FloatVector acI =
          FloatVector.fromArray(S, xi, a).sub(FloatVector.fromArray(S, xi, a + 2 * b));
      FloatVector bdR =
          FloatVector.fromArray(S, xr, a + b).sub(FloatVector.fromArray(S, xr, a + 3 * b));
      FloatVector bdI =
          FloatVector.fromArray(S, xi, a + b).sub(FloatVector.fromArray(S, xi, a + 3 * b));
      FloatVector r = acR.add(bdI);
      FloatVector i = acI.sub(bdR);
      r.mul(w1r).sub(i.mul(w1i)).intoArray(yr, o + a);
      i.mul(w1r).add(r.mul(w1i)).intoArray(yi, o + a);
      r = acR.sub(bdI);
      i = acI.add(bdR);
      r.mul(w3r).sub(i.mul(w3i)).intoArray(yr, o + a + 2 * stride);
      i.mul(w3r).add(r.mul(w3i)).intoArray(yi, o + a + 2 * stride);
    }
  }

  static void radix2(
      float[] xr, float[] xi, float[] yr, float[] yi, int m, int stride, float[] twiddles) {
    for (int p = 0; p < m; p++) {
      int o = stride * p;
      int b = stride * m;
      FloatVector wr = FloatVector.broadcast(S, twiddles[2 * p]);
      FloatVector wi = FloatVector.broadcast(S, twiddles[2 * p + 1]);
      for (int a = o; a < o + stride; a += LANES) {
        FloatVector ar = FloatVector.fromArray(S, xr, a);
        FloatVector ai = FloatVector.fromArray(S, xi, a);
        FloatVector br = FloatVector.fromArray(S, xr, a + b);
        FloatVector bi = FloatVector.fromArray(S, xi, a + b);
        ar.add(br).intoArray(yr, o + a);
        ai.add(bi).intoArray(yi, o + a);
        FloatVector r = ar.sub(br);
        FloatVector i = ai.sub(bi);
        r.mul(wr).sub(i.mul(wi)).intoArray(yr, o + a + stride);
        i.mul(wr).add(r.mul(wi)).intoArray(yi, o + a + stride);
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
