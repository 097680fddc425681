package dev.auricle.app;

import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Work on many inputs at once, with the answers handed on in the inputs' order and in flat memory.
 */
final class InOrder {
  private InOrder() {}

  /** Hears an answer. */
  @FunctionalInterface
  interface Listener<T> {
    void accept(int index, T answer);
  }

  static <T> void run(int count, int threads, IntFunction<T> work, Listener<T> listener) {
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, count)));
    try {
      ArrayDeque<Future<T>> ahead = new ArrayDeque<>();
      int submitted = 0;
      for (int i = 0; i < count; i++) {
        while (submitted < count && ahead.size() < 4 * threads) {
          int next = submitted++;
          ahead.add(pool.submit(() -> work.apply(next)));
        }
        listener.accept(i, ahead.remove().get());
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }
}
