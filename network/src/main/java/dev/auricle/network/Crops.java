package dev.auricle.network;

/**
 * Stretches of a clip's last axis (frames, or samples) that a network reads one by one; what it
 * says of the clip is the mean of its probabilities.
 *
 * <p>Stretches as long as the clip are the clip itself, begun at different places and going on with
 * its beginning behind its end: where in it a sound lies then matters less.
 *
 * @param full length of the axis
 * @param length of a stretch
 * @param count of stretches, evenly spread; one that is shorter than the clip lies in the middle
 */
public record Crops(int full, int length, int count) {
  public Crops {
    if (length < 1 || length > full || count < 1) {
      throw new IllegalArgumentException(count + " crops of " + length + " out of " + full);
    }
  }

  /** True where the network reads as much as the clip has. */
  public boolean whole() {
    return length == full;
  }

  /** True where the network simply reads the clip. */
  public boolean plain() {
    return whole() && count == 1;
  }

  /** Where each stretch begins. */
  public int[] starts() {
    int[] starts = new int[count];
    int room = full - length;
    for (int k = 0; k < count; k++) {
      starts[k] =
          whole()
              ? (int) ((long) full * k / count)
              : count == 1 ? room / 2 : Math.round((float) room * k / (count - 1));
    }
    return starts;
  }
}
