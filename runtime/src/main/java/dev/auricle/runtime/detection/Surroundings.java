package dev.auricle.runtime.detection;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How loud it is about each block of a stream: the loudest third of a second of the five seconds
 * before, and of the five after, whichever is softer. Blocks are passed on that much later.
 */
final class Surroundings {
  /** Hears each block, in order, with the power of the softer of its two sides. */
  @FunctionalInterface
  interface Next {
    void block(int length, double power, double about);
  }

  /** Blocks of 10 ms that are averaged, so that a click is not loud. */
  private static final int AVERAGED = 33;

  /** Averages that a side has. */
  private static final int SIDE = 467;

  private record Waiting(int length, double power, double before) {}

  private record Average(long block, double power) {}

  private final Next next;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Deque<Average> side = new ArrayDeque<>();
  private final double[] newest = new double[AVERAGED];
  private long received;
  private long passedOn;

  Surroundings(Next next) {
    this.next = next;
  }

  /** Blocks that come after one before it is passed on. */
  static int delay() {
    return SIDE + AVERAGED - 1;
  }

  void block(int length, double power) {
    waiting.add(new Waiting(length, power, loudest()));
    newest[(int) (received % AVERAGED)] = power;
    double sum = 0;
    for (double each : newest) {
      sum += each;
    }
    double average = sum / Math.min(received + 1, AVERAGED);
    // Whatever is softer than a later one is never the loudest again.
    while (!side.isEmpty() && side.getLast().power() <= average) {
      side.removeLast();
    }
    side.add(new Average(received, average));
    advance();
    passIfHeard();
  }

  /** Of the {@code SIDE} averages before the next block. */
  private double loudest() {
    return side.isEmpty() ? 0 : side.getFirst().power();
  }

  private void advance() {
    received++;
    while (!side.isEmpty() && side.getFirst().block() < received - SIDE) {
      side.removeFirst();
    }
  }

  /** What is loudest now is loudest of those that came after the oldest block. */
  private void passIfHeard() {
    if (received - passedOn > delay()) {
      Waiting oldest = waiting.removeFirst();
      passedOn++;
      next.block(oldest.length(), oldest.power(), Math.min(oldest.before(), loudest()));
    }
  }

  /** Ends the stream: fewer and fewer blocks come after those that are left. */
  void finish() {
    while (!waiting.isEmpty()) {
      advance();
      passIfHeard();
    }
  }
}
