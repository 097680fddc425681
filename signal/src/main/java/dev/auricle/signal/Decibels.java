package dev.auricle.signal;

/**
 * Levels in decibels, as {@code librosa.power_to_db} and {@code amplitude_to_db}.
 *
 * @param reference power (or amplitude) that counts as 0 dB (ref)
 * @param smallest power (or amplitude) below which all values count as this one (amin)
 * @param range levels lower than this many dB below the highest are raised to that (top_db);
 *     positive infinity keeps them
 */
public record Decibels(double reference, double smallest, double range) {
  /** {@code power_to_db}'s defaults: reference 1, smallest 1e-10, range 80 dB. */
  public static final Decibels OF_POWER = new Decibels(1, 1e-10, 80);

  /** {@code amplitude_to_db}'s defaults: reference 1, smallest 1e-5, range 80 dB. */
  public static final Decibels OF_AMPLITUDE = new Decibels(1, 1e-5, 80);

  public Decibels {
    if (!(smallest > 0)) {
      throw new IllegalArgumentException("smallest must be positive, found " + smallest);
    }
    if (!(range >= 0)) {
      throw new IllegalArgumentException("range must not be negative, found " + range);
    }
  }

  public Decibels withReference(double reference) {
    return new Decibels(reference, smallest, range);
  }

  public Decibels withRange(double range) {
    return new Decibels(reference, smallest, range);
  }

  /** Levels of powers: {@code 10 log10(max(smallest, s) / reference)}, then the range. */
  public Matrix fromPower(Matrix power) {
    return new Matrix(power.rows(), power.columns(), fromPower(power.values()));
  }

  /** As {@link #fromPower(Matrix)}. */
  public float[] fromPower(float[] power) {
    Matrix levels = new Matrix(1, power.length, power.clone());
    toLevels(levels, Kernel.best(power.length));
    return levels.values();
  }

  /** Replaces powers by levels. */
  void toLevels(Matrix power, Kernel kernel) {
    float floor = Math.max(Float.MIN_NORMAL, (float) smallest);
    double offset = 10 * Math.log10(Math.max(smallest, Math.abs(reference)));
    kernel.logarithms(power.values(), floor, (float) (10 / Math.log(10)));
    kernel.shiftAndClip(power.values(), (float) -offset, (float) range);
  }

  /** Levels of amplitudes: as powers, of the squared values, reference and smallest. */
  public Matrix fromAmplitude(Matrix amplitude) {
    return new Matrix(amplitude.rows(), amplitude.columns(), fromAmplitude(amplitude.values()));
  }

  /** As {@link #fromAmplitude(Matrix)}. */
  public float[] fromAmplitude(float[] amplitude) {
    float[] power = new float[amplitude.length];
    for (int i = 0; i < power.length; i++) {
      power[i] = amplitude[i] * amplitude[i];
    }
    return squared().fromPower(power);
  }

  /** For the squares of what these are for. */
  Decibels squared() {
    return new Decibels(reference * reference, smallest * smallest, range);
  }
}
