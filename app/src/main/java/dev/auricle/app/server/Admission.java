package dev.auricle.app.server;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets as many requests compute as there are turns, a bounded number wait, and refuses the rest at
 * once: under too much load those that are taken stay quick.
 */
final class Admission {
  private final Semaphore turns;
  private final int places;
  private final long patienceMillis;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger running = new AtomicInteger();

  Admission(ServerOptions.Limits limits) {
    // First come, first served.
    this.turns = new Semaphore(limits.running(), true);
    this.places = limits.waiting();
    this.patienceMillis = limits.patience().toMillis();
  }

  /** A turn to compute; close it when done. */
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
