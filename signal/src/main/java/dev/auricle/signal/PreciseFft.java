package dev.auricle.signal;

/** A {@link BlockFft} in double precision. */
interface PreciseFft extends BlockFft {
  /** Real and imaginary parts of the frames from {@code first} on. */
  void complex(int first, float[] re, float[] im);
}
