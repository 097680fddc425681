package dev.auricle.app.server;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets as many requests compute as there are turns, a bounded number wait, a bounded number send
 * their bodies, and refuses the rest at once: under too much load those that are taken stay quick.
 */
final class Admission {
  /** Bodies that may come in besides those that could be computed or wait at once. */
  private static final int MORE_BODIES = 8;

  private final Semaphore turns;
  private final Semaphore bodies;
  private final int places;
  private final long patienceMillis;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger running = new AtomicInteger();

  Admission(ServerOptions.Limits limits) {
    // First come, first served.
    this.turns = new Semaphore(limits.running(), true);
    this.bodies = new Semaphore(bodies(limits));
    this.places = limits.waiting();
    this.patienceMillis = limits.patience().toMillis();
  }

  /** How many bodies may come in at one time; a thread waits for each. */
  static int bodies(ServerOptions.Limits limits) {
    return limits.running() + limits.waiting() + MORE_BODIES;
  }

  /** A turn to compute, or to send a body; close it when done. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  /** Refuses before the body is read where nobody could wait any more. */
  void refuseIfFull() {
    if (turns.availablePermits() == 0 && waiting.get() >= places) {
      throw Problem.busy(retryAfter());
    }
  }

  /**
   * Leave to read a body, to be closed when it has been read.
   *
   * @throws Problem with status 429 if too many come in already
   */
  Turn receive() {
    if (!bodies.tryAcquire()) {
      throw Problem.busy(retryAfter());
    }
    return bodies::release;
  }

  /**
   * Waits for a turn.
   *
   * @throws Problem with status 429 if too many wait, or none came in time
   */
  Turn enter() {
    if (!turns.tryAcquire()) {
      await();
    }
    running.incrementAndGet();
    return () -> {
      running.decrementAndGet();
      turns.release();
    };
  }

  private void await() {
    if (waiting.incrementAndGet() > places) {
      waiting.decrementAndGet();
      throw Problem.busy(retryAfter());
    }
    try {
      if (!turns.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
        throw Problem.busy(retryAfter());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable("the server is stopping");
    } finally {
      waiting.decrementAndGet();
    }
  }

  private int retryAfter() {
    return (int) Math.max(1, patienceMillis / 2000);
  }

  int waiting() {
    return waiting.get();
  }

  int running() {
    return running.get();
  }
}
