package dev.auricle.signal;

/** Checks of what comes in. */
final class Samples {
  private Samples() {}

  /**
   * Refuses a sound that holds something other than numbers.
   *
   * @throws AuricleException naming the first sample that is not a finite number
   */
  static void requireFinite(float[] x, Kernel kernel) {
    if (!kernel.allFinite(x)) {
      requireFinite(x, 0, x.length, 0);
    }
  }

  /**
   * As {@link #requireFinite(float[], Kernel)}, of a part of a stream that starts at {@code
   * position}.
   */
  static void requireFinite(float[] x, int offset, int count, long position) {
    for (int i = offset; i < offset + count; i++) {
      if (!Float.isFinite(x[i])) {
        throw new AuricleException(
            "sample "
                + (position + i - offset)
                + " is "
                + x[i]
                + ", expected a finite number: the recording is damaged or was divided by zero;"
                + " replace that sample or decode the file again");
      }
    }
  }

  static int requirePositive(int value, String name) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be positive, found " + value);
    }
    return value;
  }
}
