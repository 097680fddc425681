package dev.auricle.data.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** A few threads and the progress they make. Results come in the order of their tasks. */
final class Workers implements AutoCloseable {
  private final int threads;
  private final Audit.Progress progress;
  private final ExecutorService pool;

  Workers(int threads, Audit.Progress progress) {
    this.threads = threads;
    this.progress = progress;
    this.pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "audit");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Applies a function to 0, 1, … {@code count - 1}. */
  <T> List<T> map(String stage, int count, IntFunction<T> function) {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    List<T> results = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      results.add(null);
    }
    Runnable work =
        () -> {
          int i;
          while ((i = next.getAndIncrement()) < count) {
            results.set(i, function.apply(i));
            progress.at(stage, done.incrementAndGet(), count);
          }
        };
    List<Future<?>> futures = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      futures.add(pool.submit(work));
    }
    try {
      for (Future<?> future : futures) {
        future.get();
      }
    } catch (ExecutionException e) {
      next.set(count);
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      next.set(count);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while auditing", e);
    }
    return results;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
