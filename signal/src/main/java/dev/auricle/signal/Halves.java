package dev.auricle.signal;

/**
 * Blocks of floats as halves of doubles, and back. In plain Java: whether HotSpot keeps the Vector
 * API's conversions in registers depends on what else has run, and when it does not, they cost more
 * than the transform.
 */
final class Halves {
  private Halves() {}

  /** All values, as doubles. */
  static void widen(float[] from, double[] to) {
    for (int i = 0; i < from.length; i++) {
      to[i] = from[i];
    }
  }

  /** One half of a block's lanes, as doubles: {@code [rows][half]} of {@code [rows][2 * half]}. */
  static void take(float[] block, int start, int half, int rows, double[] to) {
    for (int row = 0; row < rows; row++) {
      for (int lane = 0; lane < half; lane++) {
        to[row * half + lane] = block[row * 2 * half + start + lane];
      }
    }
  }

  /** Rounds what stands from {@code first} on into one half of a block's lanes. */
  static void put(double[] from, int first, int half, int rows, float[] block, int start) {
    for (int row = 0; row < rows; row++) {
      for (int lane = 0; lane < half; lane++) {
        block[row * 2 * half + start + lane] = (float) from[first + row * half + lane];
      }
    }
  }
}
