package dev.auricle.signal;

/**
 * The passes of {@link StockhamFft}. Each reads {@code radix} values that lie {@code m * stride}
 * apart, combines them, turns the j-th result by its twiddle and writes the results {@code stride}
 * apart.
 */
final class Butterflies {
  private static final double SIN_60 = Math.sin(Math.PI / 3);
  private static final double COS_72 = Math.cos(2 * Math.PI / 5);
  private static final double SIN_72 = Math.sin(2 * Math.PI / 5);
  private static final double COS_144 = Math.cos(4 * Math.PI / 5);
  private static final double SIN_144 = Math.sin(4 * Math.PI / 5);

  private Butterflies() {}

  static void radix2(
      double[] xr, double[] xi, double[] yr, double[] yi, int m, int stride, double[] twiddles) {
    for (int p = 0; p < m; p++) {
      double wr = twiddles[2 * p];
      double wi = twiddles[2 * p + 1];
      int a = stride * p;
      int b = stride * (p + m);
      int o = stride * 2 * p;
      for (int q = 0; q < stride; q++) {
        yr[o + q] = xr[a + q] + xr[b + q];
        yi[o + q] = xi[a + q] + xi[b + q];
        double r = xr[a + q] - xr[b + q];
        double i = xi[a + q] - xi[b + q];
        yr[o + stride + q] = wr * r - wi * i;
        yi[o + stride + q] = wr * i + wi * r;
      }
    }
  }

  /** Radix 4 of stride 1, the first pass: without an inner loop, it takes a third of the time. */
  static void firstRadix4(
      double[] xr, double[] xi, double[] yr, double[] yi, int m, double[] twiddles) {
    int o = 0;
    int w = 0;
    for (int a = 0; a < m; a++) {
      double sumAcR = xr[a] + xr[a + 2 * m];
      double sumAcI = xi[a] + xi[a + 2 * m];
      double difAcR = xr[a] - xr[a + 2 * m];
      double difAcI = xi[a] - xi[a + 2 * m];
      double sumBdR = xr[a + m] + xr[a + 3 * m];
      double sumBdI = xi[a + m] + xi[a + 3 * m];
      double difBdR = xr[a + m] - xr[a + 3 * m];
      double difBdI = xi[a + m] - xi[a + 3 * m];
      yr[o] = sumAcR + sumBdR;
      yi[o] = sumAcI + sumBdI;
      double r = difAcR + difBdI;
      double i = difAcI - difBdR;
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
      double[] xr, double[] xi, double[] yr, double[] yi, int m, int stride, double[] twiddles) {
    for (int p = 0; p < m; p++) {
      double w1r = twiddles[6 * p];
      double w1i = twiddles[6 * p + 1];
      double w2r = twiddles[6 * p + 2];
      double w2i = twiddles[6 * p + 3];
      double w3r = twiddles[6 * p + 4];
      double w3i = twiddles[6 * p + 5];
      int o0 = stride * 4 * p;
      int o1 = o0 + stride;
      int o2 = o1 + stride;
      int o3 = o2 + stride;
      int b = stride * m;
      int c = 2 * b;
      int d = 3 * b;
      for (int a = stride * p; a < stride * (p + 1); a++) {
        double sumAcR = xr[a] + xr[c + a];
        double sumAcI = xi[a] + xi[c + a];
        double difAcR = xr[a] - xr[c + a];
        double difAcI = xi[a] - xi[c + a];
        double sumBdR = xr[b + a] + xr[d + a];
        double sumBdI = xi[b + a] + xi[d + a];
        double difBdR = xr[b + a] - xr[d + a];
        double difBdI = xi[b + a] - xi[d + a];
        yr[o0] = sumAcR + sumBdR;
        yi[o0++] = sumAcI + sumBdI;
        double r = difAcR + difBdI;
        double i = difAcI - difBdR;
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

  static void radix3(
      double[] xr, double[] xi, double[] yr, double[] yi, int m, int stride, double[] twiddles) {
    for (int p = 0; p < m; p++) {
      double w1r = twiddles[4 * p];
      double w1i = twiddles[4 * p + 1];
      double w2r = twiddles[4 * p + 2];
      double w2i = twiddles[4 * p + 3];
      int a = stride * p;
      int b = stride * (p + m);
      int c = stride * (p + 2 * m);
      int o = stride * 3 * p;
      for (int q = 0; q < stride; q++) {
        double sumR = xr[b + q] + xr[c + q];
        double sumI = xi[b + q] + xi[c + q];
        double midR = xr[a + q] - 0.5 * sumR;
        double midI = xi[a + q] - 0.5 * sumI;
        double turnR = SIN_60 * (xi[b + q] - xi[c + q]);
        double turnI = SIN_60 * (xr[c + q] - xr[b + q]);
        yr[o + q] = xr[a + q] + sumR;
        yi[o + q] = xi[a + q] + sumI;
        double r = midR + turnR;
        double i = midI + turnI;
        yr[o + stride + q] = w1r * r - w1i * i;
        yi[o + stride + q] = w1r * i + w1i * r;
        r = midR - turnR;
        i = midI - turnI;
        yr[o + 2 * stride + q] = w2r * r - w2i * i;
        yi[o + 2 * stride + q] = w2r * i + w2i * r;
      }
    }
  }

  static void radix5(
      double[] xr, double[] xi, double[] yr, double[] yi, int m, int stride, double[] twiddles) {
    double[] r = new double[5];
    double[] i = new double[5];
    for (int p = 0; p < m; p++) {
      for (int q = 0; q < stride; q++) {
        int a = stride * p + q;
        int step = stride * m;
        double s1r = xr[a + step] + xr[a + 4 * step];
        double s1i = xi[a + step] + xi[a + 4 * step];
        double d1r = xr[a + step] - xr[a + 4 * step];
        double d1i = xi[a + step] - xi[a + 4 * step];
        double s2r = xr[a + 2 * step] + xr[a + 3 * step];
        double s2i = xi[a + 2 * step] + xi[a + 3 * step];
        double d2r = xr[a + 2 * step] - xr[a + 3 * step];
        double d2i = xi[a + 2 * step] - xi[a + 3 * step];
        double e1r = xr[a] + COS_72 * s1r + COS_144 * s2r;
        double e1i = xi[a] + COS_72 * s1i + COS_144 * s2i;
        double e2r = xr[a] + COS_144 * s1r + COS_72 * s2r;
        double e2i = xi[a] + COS_144 * s1i + COS_72 * s2i;
        double f1r = SIN_72 * d1i + SIN_144 * d2i;
        double f1i = -SIN_72 * d1r - SIN_144 * d2r;
        double f2r = SIN_144 * d1i - SIN_72 * d2i;
        double f2i = -SIN_144 * d1r + SIN_72 * d2r;
        r[0] = xr[a] + s1r + s2r;
        i[0] = xi[a] + s1i + s2i;
        r[1] = e1r + f1r;
        i[1] = e1i + f1i;
        r[2] = e2r + f2r;
        i[2] = e2i + f2i;
        r[3] = e2r - f2r;
        i[3] = e2i - f2i;
        r[4] = e1r - f1r;
        i[4] = e1i - f1i;
        int o = stride * 5 * p + q;
        yr[o] = r[0];
        yi[o] = i[0];
        for (int j = 1; j < 5; j++) {
          double wr = twiddles[8 * p + 2 * (j - 1)];
          double wi = twiddles[8 * p + 2 * (j - 1) + 1];
          yr[o + j * stride] = wr * r[j] - wi * i[j];
          yi[o + j * stride] = wr * i[j] + wi * r[j];
        }
      }
    }
  }
}
