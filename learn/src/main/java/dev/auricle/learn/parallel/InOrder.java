package dev.auricle.learn.parallel;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Work on many inputs at once, with the answers handed on in the inputs' order and in flat memory.
 */
public final class InOrder {
  /** Tasks kept waiting for each thread, so that none idles while answers are handed on. */
  private static final int AHEAD = 4;

  private InOrder() {}

  /**
   * Runs tasks as the iterator yields them; at most a few per thread are under way or waiting to be
   * handed on.
   *
   * @param tasks called from this thread only; a task's exception ends the run
   * @param answers hears each task's answer, in order, in this thread
   */
  public static <T> void run(Iterator<Callable<T>> tasks, int threads, Consumer<T> answers) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      ArrayDeque<Future<T>> ahead = new ArrayDeque<>();
      while (tasks.hasNext() || !ahead.isEmpty()) {
        while (tasks.hasNext() && ahead.size() < AHEAD * threads) {
          ahead.add(pool.submit(tasks.next()));
        }
        answers.accept(ahead.remove().get());
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
