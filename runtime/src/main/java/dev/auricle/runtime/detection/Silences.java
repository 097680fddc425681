package dev.auricle.runtime.detection;

import java.util.function.Consumer;

/** Stretches below a fixed level. Those that are long separate events. */
final class Silences {
  private final double most;
  private final long noticed;
  private final long separating;
  private final FoundQuiet found = new FoundQuiet();
  private long place;
  private long quietFrom = -1;

  /**
   * @param decibels of full scale
   * @param noticed shorter ones are not noticed, in samples
   * @param separating long ones, in samples
   */
  Silences(double decibels, long noticed, long separating) {
    this.most = Math.pow(10, decibels / 10);
    this.noticed = Math.min(noticed, separating);
    this.separating = separating;
  }

  /** Takes the next block of samples. */
  void accept(int length, double power) {
    if (power > most) {
      finish();
    } else if (quietFrom < 0) {
      quietFrom = place;
    }
    place += length;
  }

  void finish() {
    if (quietFrom >= 0 && place - quietFrom >= noticed) {
      found.add(new Quiet(quietFrom, place, place - quietFrom >= separating));
    }
    quietFrom = -1;
  }

  /** Samples after a silence's beginning by which it is known whether it separates events. */
  long delay() {
    return separating;
  }

  /** Passes on those that reach into {@code [from, to)}, in order; one may still go on. */
  void between(long from, long to, Consumer<Quiet> each) {
    found.between(from, to, each);
    if (quietFrom >= 0 && place - quietFrom >= noticed) {
      Quiet last = new Quiet(quietFrom, place, place - quietFrom >= separating);
      if (last.reaches(from, to)) {
        each.accept(last);
      }
    }
  }

  /** Lets go of those that end before a place. */
  void forget(long before) {
    found.forget(before);
  }
}
