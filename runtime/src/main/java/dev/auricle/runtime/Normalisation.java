package dev.auricle.runtime;

/** What a front-end does with one clip's table of numbers, knowing that clip alone. */
enum Normalisation {
  /** Leaves them; the default, since the scaling fitted in training stands inside the graph. */
  NONE,
  /** Subtracts the highest value, so that levels count from the clip's loudest point. */
  PEAK,
  /** Subtracts the mean and divides by the deviation of all values together. */
  CLIP,
  /** The same for each row (band or coefficient) by itself. */
  ROW;

  /** Below this a deviation is rounding, and dividing by it would blow that up. */
  private static final double SMALLEST_DEVIATION = 1e-5;

  /** Changes {@code values}, {@code float[rows * columns]}, in place. */
  void apply(float[] values, int columns) {
    switch (this) {
      case NONE -> {}
      case PEAK -> subtractPeak(values);
      case CLIP -> standardise(values, 0, values.length);
      case ROW -> {
        for (int from = 0; from < values.length; from += columns) {
          standardise(values, from, from + columns);
        }
      }
    }
  }

  private static void subtractPeak(float[] values) {
    float peak = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      peak = Math.max(peak, value);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] -= peak;
    }
  }

  private static void standardise(float[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    double mean = sum / (to - from);
    double squares = 0;
    for (int i = from; i < to; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    double deviation = Math.sqrt(squares / (to - from));
    double gain = deviation < SMALLEST_DEVIATION ? 0 : 1 / deviation;
    for (int i = from; i < to; i++) {
      values[i] = (float) ((values[i] - mean) * gain);
    }
  }
}
