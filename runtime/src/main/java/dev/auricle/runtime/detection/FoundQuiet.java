package dev.auricle.runtime.detection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Quiet stretches that have ended, in the order of a stream, until nobody asks for them. */
final class FoundQuiet {
  private final Deque<Quiet> stretches = new ArrayDeque<>();

  void add(Quiet stretch) {
    stretches.add(stretch);
  }

  /** Passes on those that reach into {@code [from, to)}, in order. */
  void between(long from, long to, Consumer<Quiet> each) {
    stretches.stream().filter(one -> one.reaches(from, to)).forEach(each);
  }

  /** Lets go of those that end before a place. */
  void forget(long before) {
    while (!stretches.isEmpty() && stretches.getFirst().end() < before) {
      stretches.removeFirst();
    }
  }
}
