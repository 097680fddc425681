package dev.auricle.learn.neural;

import dev.auricle.learn.parallel.Parallel;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Draws each next batch in a thread of its own while the last one is trained on. */
final class Ahead implements AutoCloseable {
  private final Batches batches;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread daemon = new Thread(task, "auricle-batches");
            daemon.setDaemon(true);
            return daemon;
          });
  private @Nullable Future<Batches.Batch> next;

  Ahead(Batches batches) {
    this.batches = batches;
  }

  /** One batch of an epoch; ask for them in order. */
  Batches.Batch batch(int epoch, int number, int[] order) {
    Future<Batches.Batch> due = next == null ? draw(epoch, number, order) : next;
    next = number + 1 < batches.count() ? draw(epoch, number + 1, order) : null;
    try {
      return due.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while a batch was drawn");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private Future<Batches.Batch> draw(int epoch, int number, int[] order) {
    return thread.submit(() -> batches.batch(epoch, number, order));
  }

  /** Waits for a batch that is being drawn; an interrupt would close the files that it reads. */
  @Override
  public void close() {
    Parallel.finish(thread);
  }
}
