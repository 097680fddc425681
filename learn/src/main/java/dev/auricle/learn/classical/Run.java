package dev.auricle.learn.classical;

import dev.auricle.learn.training.TrainingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * The circumstances of one fit.
 *
 * @param seed of everything drawn
 * @param threads to use
 * @param progress hears about each step
 */
record Run(long seed, int threads, TrainingContext.Progress progress) {

  static Run of(TrainingContext context) {
    return new Run(context.seed(), context.threads(), context.progress());
  }

  /** The circumstances of the {@code part}-th of several fits inside this one; it stays quiet. */
  Run part(int part, int partThreads) {
    return new Run(seeds(part + 1)[part], partThreads, TrainingContext.Progress.NONE);
  }

  /** Seeds that depend on the run's seed alone; the first of many are the first of few. */
  long[] seeds(int count) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] seeds = new long[count];
    for (int i = 0; i < count; i++) {
      seeds[i] = random.nextLong();
    }
    return seeds;
  }

  /**
   * Does steps 0 to {@code count - 1} side by side and gives their results in order.
   *
   * @param what the steps are, for progress, such as {@code trees}
   */
  <T> List<T> each(int count, String what, IntFunction<T> step) {
    AtomicInteger done = new AtomicInteger();
    IntFunction<T> counted =
        i -> {
          T result = step.apply(i);
          progress.step(done.incrementAndGet(), count, what);
          return result;
        };
    List<T> results = new ArrayList<>(count);
    if (threads <= 1 || count <= 1) {
      for (int i = 0; i < count; i++) {
        results.add(counted.apply(i));
      }
      return results;
    }
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, count));
    try {
      List<Future<T>> futures = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        int index = i;
        futures.add(pool.submit(() -> counted.apply(index)));
      }
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while fitting " + what, e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } finally {
      pool.shutdownNow();
    }
  }
}
