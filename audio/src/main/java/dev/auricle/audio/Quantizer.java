package dev.auricle.audio;

/** Floats to integers of some bits: x * 2^(bits-1), rounded to nearest, held within the range. */
final class Quantizer {
  private Quantizer() {}

  static int toBits(float sample, int bits) {
    int full = 1 << (bits - 1);
    return Math.max(-full, Math.min(full - 1, Math.round(sample * full)));
  }
}
