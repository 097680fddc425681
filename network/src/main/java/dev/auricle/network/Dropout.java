package dev.auricle.network;

/**
 * In training, sets values to zero at random and scales the rest up; afterwards does nothing.
 *
 * @param rate share set to zero, in [0, 1)
 * @param channels true to drop whole channels instead of single values
 */
public record Dropout(double rate, boolean channels) implements Layer {
  public Dropout {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("no such rate: " + rate);
    }
  }

  /** Drops single values. */
  public Dropout(double rate) {
    this(rate, false);
  }

  @Override
  public String describe() {
    return (channels ? "channel dropout " : "dropout ") + rate;
  }

  @Override
  public Shape output(Shape input) {
    return input;
  }

  @Override
  public String write(OnnxScope scope, String value, Shape input) {
    return value;
  }
}
