package dev.auricle.learn.parallel;

import dev.auricle.learn.training.TrainingContext.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** The same work on every index, on a fixed number of threads. */
public final class Parallel {
  private Parallel() {}

  /**
   * Calls {@code work} for 0 to {@code count - 1}. After a failure nothing more is begun, and it is
   * thrown once what was under way has ended.
   */
  public static void forEach(int count, int threads, Progress progress, IntConsumer work) {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Runnable worker =
        () -> {
          try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
              work.accept(i);
              progress.step(done.incrementAndGet(), count, "");
            }
          } finally {
            next.set(count); // After a failure nothing more is begun.
          }
        };
    if (threads <= 1) {
      worker.run();
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        running.add(pool.submit(worker));
      }
      for (Future<?> future : running) {
        future.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      next.set(count);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      finish(pool);
    }
  }

  /**
   * Lets what is under way come to its end. Nobody is interrupted: that would close the files that
   * others read.
   */
  public static void finish(ExecutorService pool) {
    pool.shutdown();
    try {
      pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
