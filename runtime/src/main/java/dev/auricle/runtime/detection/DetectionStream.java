package dev.auricle.runtime.detection;

import dev.auricle.runtime.DetectionOptions;
import dev.auricle.runtime.EventRule;
import dev.auricle.signal.AuricleException;
import dev.auricle.signal.Resampler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One sound, pushed as it comes: events are the same however it is cut into chunks, and memory does
 * not grow with its length. For one thread at a time; many streams may share a {@link Detector}.
 *
 * <p>An event is handed on once nothing can change it, which takes half a window and what the
 * options let it wait for. {@link #finish} hands on the rest.
 */
public final class DetectionStream implements AutoCloseable {
  /** Longer chunks are taken in parts, so that memory stays flat. */
  private static final int MOST_AT_ONCE = 1 << 15;

  /** Batches under way for each thread. */
  private static final int AHEAD = 2;

  private record Batch(long firstCell, boolean[] silent, CompletableFuture<float[][]> rows) {}

  private final CellScores scores;
  private final Grid grid;
  private final DetectionListener listener;
  private final int labels;
  private final int batch;
  private final @Nullable Executor workers;
  private final int mostUnderWay;
  private final @Nullable Resampler resampler;
  private final SampleHistory history = new SampleHistory();
  private final QuietStretches quiet;
  private final Smoothing smoothing;
  private final Thresholds thresholds;
  private final Lane[] lanes;
  private final Assembler[] assemblers;
  private final Deque<Batch> underWay = new ArrayDeque<>();
  private long nextCell;
  private long decided;
  private boolean finished;

  /** What went wrong first; samples and cells have been lost with it. */
  private @Nullable Throwable failure;

  DetectionStream(
      CellScores scores,
      DetectionOptions options,
      List<String> labels,
      int sampleRate,
      int batch,
      @Nullable Executor workers,
      int threads,
      DetectionListener listener) {
    this.scores = scores;
    this.grid = scores.grid();
    this.listener = listener;
    this.labels = labels.size();
    this.batch = batch;
    this.workers = workers;
    this.mostUnderWay = AHEAD * threads;
    this.resampler = sampleRate == grid.rate() ? null : new Resampler(sampleRate, grid.rate());
    this.quiet = new QuietStretches(options, grid.rate());
    this.smoothing = new Smoothing(grid.cells(options.median()) / 2 * 2 + 1, this::decide);
    this.thresholds = new Thresholds(options, labels);
    this.lanes = new Lane[thresholds.lanes()];
    this.assemblers = new Assembler[lanes.length];
    Lane.Lengths[] lengths =
        labels.stream().map(options::ruleOf).map(this::lengths).toArray(Lane.Lengths[]::new);
    ChangePoint changes = new ChangePoint(grid.rate());
    for (int i = 0; i < lanes.length; i++) {
      assemblers[i] =
          new Assembler(options, labels, grid, history, quiet, changes, listener::event);
      lanes[i] = new Lane(lengths, assemblers[i]::add);
    }
  }

  private Lane.Lengths lengths(EventRule rule) {
    return new Lane.Lengths(Math.max(1, grid.cells(rule.minOn())), grid.cells(rule.minOff()));
  }

  /** Takes the next samples, at the rate the stream was opened with. */
  public void push(float[] samples) {
    push(samples, 0, samples.length);
  }

  /**
   * Takes the next samples. Where that fails, also because the listener does, the stream can only
   * be closed: whatever came later would be given wrong times.
   *
   * @throws AuricleException if one is not a finite number, naming its place in the stream
   * @throws IllegalStateException if the stream is finished, or has failed before
   */
  public void push(float[] samples, int offset, int count) {
    requireNoFailure();
    if (finished) {
      throw new IllegalStateException("the stream is finished; open a new one");
    }
    try {
      pushParts(samples, offset, count);
    } catch (Throwable e) {
      failure = e;
      throw e;
    }
  }

  private void requireNoFailure() {
    Throwable first = failure;
    if (first != null) {
      String words = first.getMessage() == null ? first.toString() : first.getMessage();
      throw new IllegalStateException(
          "the stream failed before: " + words + "; open a new one", first);
    }
  }

  private void pushParts(float[] samples, int offset, int count) {
    for (int done = 0; done < count; done += MOST_AT_ONCE) {
      int some = Math.min(MOST_AT_ONCE, count - done);
      if (resampler == null) {
        requireFinite(samples, offset + done, some, history.end());
        take(samples, offset + done, some);
      } else {
        float[] resampled = resampler.process(samples, offset + done, some);
        take(resampled, 0, resampled.length);
      }
    }
  }

  /**
   * Refuses what is no number, as the resampler does: it would be neither silence nor sound.
   *
   * @param position of the first of them in the stream
   */
  static void requireFinite(float[] samples, int offset, int count, long position) {
    for (int i = 0; i < count; i++) {
      if (!Float.isFinite(samples[offset + i])) {
        throw new AuricleException(
            "sample "
                + (position + i)
                + " is "
                + samples[offset + i]
                + ", expected a finite number: the recording is damaged or was divided by zero;"
                + " replace that sample or decode the file again");
      }
    }
  }

  private void take(float[] samples, int offset, int count) {
    history.append(samples, offset, count);
    quiet.accept(samples, offset, count);
    while (enoughFor(nextCell + batch - 1)) {
      start(batch);
    }
    forget();
  }

  /** The cell has ended, too, which it does after its window where windows lie apart. */
  private boolean enoughFor(long cell) {
    long next = grid.start(cell + 1);
    return history.end() >= Math.max(next, grid.windowEnd(cell)) && quiet.knowsSilences(next);
  }

  /**
   * Ends the sound; every event has been handed on when this returns.
   *
   * @throws IllegalStateException if the stream has failed before
   */
  public void finish() {
    requireNoFailure();
    if (finished) {
      return;
    }
    try {
      end();
    } catch (Throwable e) {
      failure = e;
      throw e;
    }
  }

  private void end() {
    if (resampler != null) {
      float[] rest = resampler.flush();
      take(rest, 0, rest.length);
    }
    finished = true;
    quiet.finish();
    long cells = grid.cells(history.end());
    while (nextCell < cells) {
      start((int) Math.min(batch, cells - nextCell));
    }
    collect(0);
    smoothing.finish();
    for (int i = 0; i < lanes.length; i++) {
      lanes[i].finish();
      assemblers[i].finish(history.end());
    }
  }

  /** Samples at the bundle's rate that have come so far. */
  public long samples() {
    return history.end();
  }

  private void start(int count) {
    long first = nextCell;
    nextCell += count;
    boolean[] silent = new boolean[count];
    for (int i = 0; i < count; i++) {
      long end = Math.min(history.end(), grid.start(first + i + 1));
      silent[i] = quiet.silent(grid.start(first + i), end);
    }
    long from = Math.max(0, grid.windowStart(first, history.end()));
    float[] sound = history.copy(from, grid.windowEnd(nextCell - 1));
    Executor executor = workers;
    CompletableFuture<float[][]> rows =
        executor == null
            ? CompletableFuture.completedFuture(scores.score(sound, from, first, silent))
            : CompletableFuture.supplyAsync(
                () -> scores.score(sound, from, first, silent), executor);
    underWay.add(new Batch(first, silent, rows));
    collect(executor == null ? 0 : mostUnderWay);
  }

  /** Takes finished batches in order, and waits until no more than so many are under way. */
  private void collect(int most) {
    while (!underWay.isEmpty() && (underWay.size() > most || underWay.getFirst().rows().isDone())) {
      Batch done = underWay.removeFirst();
      float[][] rows;
      try {
        rows = done.rows().join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
      for (int i = 0; i < rows.length; i++) {
        hear(done.firstCell() + i, done.silent()[i] ? null : rows[i]);
      }
    }
  }

  private void hear(long cell, float @Nullable [] row) {
    double rate = grid.rate();
    listener.heard(
        grid.start(cell) / rate,
        Math.min(history.end(), grid.start(cell + 1)) / rate,
        row == null ? new float[labels] : row);
    smoothing.accept(row);
  }

  private void decide(float @Nullable [] probabilities) {
    int[] states = thresholds.next(probabilities);
    decided++;
    for (int i = 0; i < lanes.length; i++) {
      boolean none = states[i] == Thresholds.NONE;
      float score = none || probabilities == null ? 0 : probabilities[states[i]];
      assemblers[i].heard(states[i], score);
      lanes[i].next(states[i], score);
      if (!finished) {
        assemblers[i].settle(grid.start(lanes[i].frontier()));
      }
    }
  }

  private void forget() {
    // Batches under way hold copies of their samples; decisions look back at the stream itself.
    long needed = Math.max(0, grid.windowStart(nextCell, history.end()));
    long stretches = Math.min(needed, grid.start(decided));
    for (int i = 0; i < lanes.length; i++) {
      long frontier = grid.start(lanes[i].frontier());
      needed = Math.min(needed, assemblers[i].samplesNeeded(frontier));
      stretches = Math.min(stretches, assemblers[i].quietNeeded(frontier));
      assemblers[i].forget(frontier);
    }
    history.forget(needed);
    quiet.forget(stretches);
  }

  /** Gives up what is under way; events not handed on are lost. */
  @Override
  public void close() {
    finished = true;
    underWay.forEach(each -> each.rows().cancel(false));
    underWay.clear();
  }
}
