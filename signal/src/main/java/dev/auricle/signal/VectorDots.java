package dev.auricle.signal;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The sixteen sums of {@link PlainKernel#dots}, in as many vectors as that takes. */
final class VectorDots {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  /** Results that one call gives. */
  static final int AT_ONCE = LANES / 4;

  private VectorDots() {}

  /** The sixteen sums of {@link #AT_ONCE} results, from the i-th on, one after the other. */
  static void sums(
      float[] a, int[] aFrom, float[] b, int[] bFrom, int i, int length, float[] sums) {
    if (LANES == 16) {
      inOne(a, aFrom, b, bFrom, i, length, sums);
    } else if (LANES == 8) {
      inTwo(a, aFrom, b, bFrom, i, length, sums);
    } else {
      inFour(a, aFrom, b, bFrom, i, length, sums);
    }
  }

  /** Four results at a time, so that one sum need not wait for the last product of another. */
  private static void inOne(
      float[] a, int[] aFrom, float[] b, int[] bFrom, int i, int length, float[] sums) {
    FloatVector s0 = FloatVector.zero(S);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int a0 = aFrom[i];
    int a1 = aFrom[i + 1];
    int a2 = aFrom[i + 2];
    int a3 = aFrom[i + 3];
    int b0 = bFrom[i];
    int b1 = bFrom[i + 1];
    int b2 = bFrom[i + 2];
    int b3 = bFrom[i + 3];
    for (int k = 0; k < length; k += LANES) {
      FloatVector v0 = FloatVector.fromArray(S, a, a0 + k);
      s0 = s0.add(v0.mul(FloatVector.fromArray(S, b, b0 + k)));
      FloatVector v1 = FloatVector.fromArray(S, a, a1 + k);
      s1 = s1.add(v1.mul(FloatVector.fromArray(S, b, b1 + k)));
      FloatVector v2 = FloatVector.fromArray(S, a, a2 + k);
      s2 = s2.add(v2.mul(FloatVector.fromArray(S, b, b2 + k)));
      FloatVector v3 = FloatVector.fromArray(S, a, a3 + k);
      s3 = s3.add(v3.mul(FloatVector.fromArray(S, b, b3 + k)));
    }
    s0.intoArray(sums, 0);
    s1.intoArray(sums, 16);
    s2.intoArray(sums, 32);
    s3.intoArray(sums, 48);
  }

  /** Two results at a time. */
  private static void inTwo(
      float[] a, int[] aFrom, float[] b, int[] bFrom, int i, int length, float[] sums) {
    FloatVector s0 = FloatVector.zero(S);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int a0 = aFrom[i];
    int a1 = aFrom[i + 1];
    int b0 = bFrom[i];
    int b1 = bFrom[i + 1];
    for (int k = 0; k < length; k += 2 * LANES) {
      FloatVector v0 = FloatVector.fromArray(S, a, a0 + k);
      s0 = s0.add(v0.mul(FloatVector.fromArray(S, b, b0 + k)));
      FloatVector v1 = FloatVector.fromArray(S, a, a0 + k + LANES);
      s1 = s1.add(v1.mul(FloatVector.fromArray(S, b, b0 + k + LANES)));
      FloatVector v2 = FloatVector.fromArray(S, a, a1 + k);
      s2 = s2.add(v2.mul(FloatVector.fromArray(S, b, b1 + k)));
      FloatVector v3 = FloatVector.fromArray(S, a, a1 + k + LANES);
      s3 = s3.add(v3.mul(FloatVector.fromArray(S, b, b1 + k + LANES)));
    }
    s0.intoArray(sums, 0);
    s1.intoArray(sums, LANES);
    s2.intoArray(sums, 16);
    s3.intoArray(sums, 16 + LANES);
  }

  /** One result. */
  private static void inFour(
      float[] a, int[] aFrom, float[] b, int[] bFrom, int i, int length, float[] sums) {
    int x = aFrom[i];
    int y = bFrom[i];
    FloatVector s0 = FloatVector.zero(S);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    for (int k = 0; k < length; k += 4 * LANES) {
      FloatVector v0 = FloatVector.fromArray(S, a, x + k);
      s0 = s0.add(v0.mul(FloatVector.fromArray(S, b, y + k)));
      FloatVector v1 = FloatVector.fromArray(S, a, x + k + LANES);
      s1 = s1.add(v1.mul(FloatVector.fromArray(S, b, y + k + LANES)));
      FloatVector v2 = FloatVector.fromArray(S, a, x + k + 2 * LANES);
      s2 = s2.add(v2.mul(FloatVector.fromArray(S, b, y + k + 2 * LANES)));
      FloatVector v3 = FloatVector.fromArray(S, a, x + k + 3 * LANES);
      s3 = s3.add(v3.mul(FloatVector.fromArray(S, b, y + k + 3 * LANES)));
    }
    s0.intoArray(sums, 0);
    s1.intoArray(sums, LANES);
    s2.intoArray(sums, 2 * LANES);
    s3.intoArray(sums, 3 * LANES);
  }
}
