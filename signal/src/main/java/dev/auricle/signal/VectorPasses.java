package dev.auricle.signal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops of {@link Butterflies}, lane by lane, in double precision; strides are multiples of the
 * lanes.
 *
 * <p>HotSpot keeps vectors in registers only up to a certain size of what it compiles at once, some
 * fifty vector operations. So a butterfly of radix 4 is done in two halves, and the passes are
 * called in a way that keeps HotSpot from melting them together (see {@link VectorFft}).
 */
final class VectorPasses {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  /** Vectors that one half of the butterflies leaves in the cache for the other. */
  private static final int CHUNK = 8 * LANES;

  private VectorPasses() {}

  /**
   * Gathers a block of frames and multiplies it by the window: even samples become real parts, odd
   * ones imaginary parts.
   *
   * @param places where each sample of the frames stands in {@code samples}, for an offset of 0
   */
  static void window(
      double[] samples, int offset, int[] places, double[] window, double[] re, double[] im) {
    for (int n = 0; n < places.length; n += 2) {
      int at = n / 2 * LANES;
      DoubleVector even = DoubleVector.fromArray(S, samples, places[n] + offset);
      even.mul(window[n]).intoArray(re, at);
      DoubleVector odd = DoubleVector.fromArray(S, samples, places[n + 1] + offset);
      odd.mul(window[n + 1]).intoArray(im, at);
    }
  }

  static void radix4(
      double[] xr, double[] xi, double[] yr, double[] yi, int m, int stride, double[] twiddles) {
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
      double[] xr,
      double[] xi,
      double[] yr,
      double[] yi,
      int m,
      int stride,
      int p,
      int from,
      int to,
      double cos,
      double sin) {
    int b = stride * m;
    int o = 3 * stride * p;
    DoubleVector wr = DoubleVector.broadcast(S, cos);
    DoubleVector wi = DoubleVector.broadcast(S, sin);
    for (int a = from; a < to; a += LANES) {
      DoubleVector acR =
          DoubleVector.fromArray(S, xr, a).add(DoubleVector.fromArray(S, xr, a + 2 * b));
      DoubleVector acI =
          DoubleVector.fromArray(S, xi, a).add(DoubleVector.fromArray(S, xi, a + 2 * b));
      DoubleVector bdR =
          DoubleVector.fromArray(S, xr, a + b).add(DoubleVector.fromArray(S, xr, a + 3 * b));
      DoubleVector bdI =
          DoubleVector.fromArray(S, xi, a + b).add(DoubleVector.fromArray(S, xi, a + 3 * b));
      acR.add(bdR).intoArray(yr, o + a);
      acI.add(bdI).intoArray(yi, o + a);
      DoubleVector r = acR.sub(bdR);
      DoubleVector i = acI.sub(bdI);
      r.mul(wr).sub(i.mul(wi)).intoArray(yr, o + a + 2 * stride);
      i.mul(wr).add(r.mul(wi)).intoArray(yi, o + a + 2 * stride);
    }
  }

  /** Results 1 and 3 of butterflies that share their twiddles. */
  private static void differences(
      double[] xr,
      double[] xi,
      double[] yr,
      double[] yi,
      int m,
      int stride,
      int p,
      int from,
      int to,
      double[] twiddles) {
    int b = stride * m;
    int o = 3 * stride * p + stride;
    DoubleVector w1r = DoubleVector.broadcast(S, twiddles[6 * p]);
    DoubleVector w1i = DoubleVector.broadcast(S, twiddles[6 * p + 1]);
    DoubleVector w3r = DoubleVector.broadcast(S, twiddles[6 * p + 4]);
    DoubleVector w3i = DoubleVector.broadcast(S, twiddles[6 * p + 5]);
    for (int a = from; a < to; a += LANES) {
      DoubleVector acR =
          DoubleVector.fromArray(S, xr, a).sub(DoubleVector.fromArray(S, xr, a + 2 * b));
      DoubleVector acI =
          DoubleVector.fromArray(S, xi, a).sub(DoubleVector.fromArray(S, xi, a + 2 * b));
      DoubleVector bdR =
          DoubleVector.fromArray(S, xr, a + b).sub(DoubleVector.fromArray(S, xr, a + 3 * b));
      DoubleVector bdI =
          DoubleVector.fromArray(S, xi, a + b).sub(DoubleVector.fromArray(S, xi, a + 3 * b));
      DoubleVector r = acR.add(bdI);
      DoubleVector i = acI.sub(bdR);
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
      double[] xr,
      double[] xi,
      double[] yr,
      double[] yi,
      int m,
      int from,
      int to,
      double[] twiddles) {
    int b = LANES * m;
    int stride = LANES;
    for (int p = from; p < to; p++) {
      int a = p * LANES;
      int o = 3 * a;
      double wr = twiddles[6 * p + 2];
      double wi = twiddles[6 * p + 3];
      DoubleVector acR =
          DoubleVector.fromArray(S, xr, a).add(DoubleVector.fromArray(S, xr, a + 2 * b));
      DoubleVector acI =
          DoubleVector.fromArray(S, xi, a).add(DoubleVector.fromArray(S, xi, a + 2 * b));
      DoubleVector bdR =
          DoubleVector.fromArray(S, xr, a + b).add(DoubleVector.fromArray(S, xr, a + 3 * b));
      DoubleVector bdI =
          DoubleVector.fromArray(S, xi, a + b).add(DoubleVector.fromArray(S, xi, a + 3 * b));
      acR.add(bdR).intoArray(yr, o + a);
      acI.add(bdI).intoArray(yi, o + a);
      DoubleVector r = acR.sub(bdR);
      DoubleVector i = acI.sub(bdI);
      r.mul(wr).sub(i.mul(wi)).intoArray(yr, o + a + 2 * stride);
      i.mul(wr).add(r.mul(wi)).intoArray(yi, o + a + 2 * stride);
    }
  }

  /** Results 1 and 3 of the first pass. */
  private static void firstDifferences(
      double[] xr,
      double[] xi,
      double[] yr,
      double[] yi,
      int m,
      int from,
      int to,
      double[] twiddles) {
    int b = LANES * m;
    int stride = LANES;
    for (int p = from; p < to; p++) {
      int a = p * LANES;
      int o = 3 * a + LANES;
      double w1r = twiddles[6 * p];
      double w1i = twiddles[6 * p + 1];
      double w3r = twiddles[6 * p + 4];
      double w3i = twiddles[6 * p + 5];
      DoubleVector acR =
          DoubleVector.fromArray(S, xr, a).sub(DoubleVector.fromArray(S, xr, a + 2 * b));
      DoubleVector acI =
          DoubleVector.fromArray(S, xi, a).sub(DoubleVector.fromArray(S, xi, a + 2 * b));
      DoubleVector bdR =
          DoubleVector.fromArray(S, xr, a + b).sub(DoubleVector.fromArray(S, xr, a + 3 * b));
      DoubleVector bdI =
          DoubleVector.fromArray(S, xi, a + b).sub(DoubleVector.fromArray(S, xi, a + 3 * b));
      DoubleVector r = acR.add(bdI);
      DoubleVector i = acI.sub(bdR);
      r.mul(w1r).sub(i.mul(w1i)).intoArray(yr, o + a);
      i.mul(w1r).add(r.mul(w1i)).intoArray(yi, o + a);
      r = acR.sub(bdI);
      i = acI.add(bdR);
      r.mul(w3r).sub(i.mul(w3i)).intoArray(yr, o + a + 2 * stride);
      i.mul(w3r).add(r.mul(w3i)).intoArray(yi, o + a + 2 * stride);
    }
  }

  static void radix2(
      double[] xr, double[] xi, double[] yr, double[] yi, int m, int stride, double[] twiddles) {
    for (int p = 0; p < m; p++) {
      int o = stride * p;
      int b = stride * m;
      DoubleVector wr = DoubleVector.broadcast(S, twiddles[2 * p]);
      DoubleVector wi = DoubleVector.broadcast(S, twiddles[2 * p + 1]);
      for (int a = o; a < o + stride; a += LANES) {
        DoubleVector ar = DoubleVector.fromArray(S, xr, a);
        DoubleVector ai = DoubleVector.fromArray(S, xi, a);
        DoubleVector br = DoubleVector.fromArray(S, xr, a + b);
        DoubleVector bi = DoubleVector.fromArray(S, xi, a + b);
        ar.add(br).intoArray(yr, o + a);
        ai.add(bi).intoArray(yi, o + a);
        DoubleVector r = ar.sub(br);
        DoubleVector i = ai.sub(bi);
        r.mul(wr).sub(i.mul(wi)).intoArray(yr, o + a + stride);
        i.mul(wr).add(r.mul(wi)).intoArray(yi, o + a + stride);
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

  /** As {@link #unfold}, but gives the squared magnitudes. */
  static void power(
      double[] re, double[] im, int inner, double[] cosines, double[] sines, double[] power) {
    DoubleVector r0 = DoubleVector.fromArray(S, re, 0);
    DoubleVector i0 = DoubleVector.fromArray(S, im, 0);
    DoubleVector edge = r0.add(i0);
    edge.mul(edge).intoArray(power, 0);
    edge = r0.sub(i0);
    edge.mul(edge).intoArray(power, inner * LANES);
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
      DoubleVector r = evenRe.add(turnedRe);
      DoubleVector i = evenIm.add(turnedIm);
      r.mul(r).add(i.mul(i)).intoArray(power, a);
      r = evenRe.sub(turnedRe);
      i = turnedIm.sub(evenIm);
      r.mul(r).add(i.mul(i)).intoArray(power, b);
    }
  }

  /**
   * {@link Kernel#multiply}, of as many lanes as there are double lanes.
   *
   * @param rows {@code [inputs][lanes]}; receives {@code [outputs][lanes]} from {@code sums} on
   */
  static void multiply(double[] weights, int outputs, int inputs, double[] rows, int sums) {
    for (int row = 0; row < outputs; row++) {
      DoubleVector even = DoubleVector.zero(S);
      DoubleVector odd = even;
      int w = row * inputs;
      int k = 0;
      for (; k + 1 < inputs; k += 2) {
        even = even.add(DoubleVector.fromArray(S, rows, k * LANES).mul(weights[w + k]));
        odd = odd.add(DoubleVector.fromArray(S, rows, (k + 1) * LANES).mul(weights[w + k + 1]));
      }
      if (k < inputs) {
        even = even.add(DoubleVector.fromArray(S, rows, k * LANES).mul(weights[w + k]));
      }
      even.add(odd).intoArray(rows, sums + row * LANES);
    }
  }
}
