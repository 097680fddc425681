package dev.auricle.signal;

/** The passes of {@link Butterflies} that powers of two need, in float. */
final class FloatPasses {
  private FloatPasses() {}

  static void radix2(
      float[] xr, float[] xi, float[] yr, float[] yi, int m, int stride, float[] twiddles) {
    for (int p = 0; p < m; p++) {
      float wr = twiddles[2 * p];
      float wi = twiddles[2 * p + 1];
      int a = stride * p;
      int b = stride * (p + m);
      int o = stride * 2 * p;
      for (int q = 0; q < stride; q++) {
        yr[o + q] = xr[a + q] + xr[b + q];
        yi[o + q] = xi[a + q] + xi[b + q];
        float r = xr[a + q] - xr[b + q];
        float i = xi[a + q] - xi[b + q];
        yr[o + stride + q] = wr * r - wi * i;
        yi[o + stride + q] = wr * i + wi * r;
      }
    }
  }

  /** Radix 4 of stride 1, the first pass: without an inner loop, it takes a third of the time. */
  static void firstRadix4(float[] xr, float[] xi, float[] yr, float[] yi, int m, float[] twiddles) {
    int o = 0;
    int w = 0;
    for (int a = 0; a < m; a++) {
      float sumAcR = xr[a] + xr[a + 2 * m];
      float sumAcI = xi[a] + xi[a + 2 * m];
      float difAcR = xr[a] - xr[a + 2 * m];
      float difAcI = xi[a] - xi[a + 2 * m];
      float sumBdR = xr[a + m] + xr[a + 3 * m];
      float sumBdI = xi[a + m] + xi[a + 3 * m];
      float difBdR = xr[a + m] - xr[a + 3 * m];
      float difBdI = xi[a + m] - xi[a + 3 * m];
      yr[o] = sumAcR + sumBdR;
      yi[o] = sumAcI + sumBdI;
      float r = difAcR + difBdI;
      float i = difAcI - difBdR;
      yr[o + 1] = r * twiddles[w] - i * twiddles[w + 1];
      yi[o + 1] = i * twiddles[w] + r * twiddles[w + 1];
      r = sumAcR - sumBdR;
      i = sumAcI - sumBdI;
      yr[o + 2] = r * twiddles[w + 2] - i * twiddles[w + 3];
      yi[o + 2] = i * twiddles[w + 2] + r * twiddles[w + 3];
      r = difAcR - difBdI;
      i = difAcI + difBdR;
      yr[o + 3] = r * twiddles[w + 4] - i * twiddles[w + 5];
      yi[o + 3] = i * twiddles[w + 4] + r * twiddles[w + 5];
      o += 4;
      w += 6;
    }
  }

  static void radix4(
      float[] xr, float[] xi, float[] yr, float[] yi, int m, int stride, float[] twiddles) {
    for (int p = 0; p < m; p++) {
      float w1r = twiddles[6 * p];
      float w1i = twiddles[6 * p + 1];
      float w2r = twiddles[6 * p + 2];
      float w2i = twiddles[6 * p + 3];
      float w3r = twiddles[6 * p + 4];
      float w3i = twiddles[6 * p + 5];
      int o0 = stride * 4 * p;
      int o1 = o0 + stride;
      int o2 = o1 + stride;
      int o3 = o2 + stride;
      int b = stride * m;
      int c = 2 * b;
      int d = 3 * b;
      for (int a = stride * p; a < stride * (p + 1); a++) {
        float sumAcR = xr[a] + xr[c + a];
        float sumAcI = xi[a] + xi[c + a];
        float difAcR = xr[a] - xr[c + a];
        float difAcI = xi[a] - xi[c + a];
        float sumBdR = xr[b + a] + xr[d + a];
        float sumBdI = xi[b + a] + xi[d + a];
        float difBdR = xr[b + a] - xr[d + a];
        float difBdI = xi[b + a] - xi[d + a];
        yr[o0] = sumAcR + sumBdR;
        yi[o0++] = sumAcI + sumBdI;
        float r = difAcR + difBdI;
        float i = difAcI - difBdR;
        yr[o1] = r * w1r - i * w1i;
        yi[o1++] = i * w1r + r * w1i;
        r = sumAcR - sumBdR;
        i = sumAcI - sumBdI;
        yr[o2] = r * w2r - i * w2i;
        yi[o2++] = i * w2r + r * w2i;
        r = difAcR - difBdI;
        i = difAcI + difBdR;
        yr[o3] = r * w3r - i * w3i;
        yi[o3++] = i * w3r + r * w3i;
      }
    }
  }

  /**
   * Squared magnitudes of bins 0 to inner, from the complex transform of a frame's samples taken in
   * pairs: {@link RealFft#forward}'s unfolding.
   */
  static void power(
      float[] re, float[] im, int inner, float[] cosines, float[] sines, float[] power) {
    float edge = re[0] + im[0];
    power[0] = edge * edge;
    edge = re[0] - im[0];
    power[inner] = edge * edge;
    for (int k = 1; k <= inner / 2; k++) {
      int mirror = inner - k;
      float evenRe = (re[k] + re[mirror]) * 0.5f;
      float evenIm = (im[k] - im[mirror]) * 0.5f;
      float oddRe = (im[k] + im[mirror]) * 0.5f;
      float oddIm = (re[mirror] - re[k]) * 0.5f;
      float turnedRe = oddRe * cosines[k] + oddIm * sines[k];
      float turnedIm = oddIm * cosines[k] - oddRe * sines[k];
      float r = evenRe + turnedRe;
      float i = evenIm + turnedIm;
      power[k] = r * r + i * i;
      r = evenRe - turnedRe;
      i = turnedIm - evenIm;
      power[mirror] = r * r + i * i;
    }
  }
}
