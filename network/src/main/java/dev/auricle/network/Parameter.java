package dev.auricle.network;

/**
 * A named array of numbers that a layer owns.
 *
 * @param name within its layer at first ({@code weight}), then within the network ({@code
 *     3.body.0.weight})
 * @param shape its axes
 * @param role what it does, which says how it starts and whether training changes it
 */
public record Parameter(String name, Shape shape, Role role) {

  /** What a parameter does. */
  public enum Role {
    /** Multiplies inputs; its first axis is the output. Weight decay applies to these alone. */
    WEIGHT(true),
    /** As {@link #WEIGHT}, between the steps of a recurrent layer. */
    RECURRENT(true),
    /** Added; starts at zero. */
    BIAS(true),
    /** Multiplied with a normalised value; starts at one. */
    SCALE(true),
    /** Added to a normalised value; starts at zero. */
    SHIFT(true),
    /** A running mean; follows the batches, has no gradient. */
    MEAN(false),
    /** A running variance; follows the batches, has no gradient. */
    VARIANCE(false),
    /** A fixed factor, measured on the training clips before training starts. */
    FIXED_SCALE(false),
    /** A fixed offset, measured on the training clips before training starts. */
    FIXED_SHIFT(false);

    private final boolean trained;

    Role(boolean trained) {
      this.trained = trained;
    }

    /** True where gradients change it. */
    public boolean trained() {
      return trained;
    }
  }

  /** The same parameter, seen from one level further out. */
  Parameter inside(String outer) {
    return new Parameter(outer + "." + name, shape, role);
  }
}
