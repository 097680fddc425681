package dev.auricle.runtime.detection;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns the labels of cells, one label a cell at most, into boundaries that later cells cannot
 * change, in this order:
 *
 * <ol>
 *   <li>gaps shorter than {@code minOff} between two runs of one label are closed,
 *   <li>runs shorter than {@code minOn} are dropped,
 *   <li>the gaps that these leave are closed as in the first step; where they lie between two
 *       labels, the two share one boundary.
 * </ol>
 */
final class Lane {
  /** Shortest event and shortest gap of a label, in cells. */
  record Lengths(long on, long off) {}

  private static final class Run {
    final int label;
    final long start;
    long end;
    double sum;
    long cells;
    boolean kept;

    Run(int label, long start) {
      this.label = label;
      this.start = start;
    }
  }

  private final Lengths[] lengths;
  private final Consumer<Boundary> boundaries;
  private long cell;

  /** The run that the newest cell belongs to. */
  private @Nullable Run open;

  /** The run before, while its gap may still be closed. Never beside an open one. */
  private @Nullable Run waiting;

  /** The newest run that is long enough, whether or not it has ended. */
  private @Nullable Run kept;

  private boolean keptHasEnded;

  Lane(Lengths[] lengths, Consumer<Boundary> boundaries) {
    this.lengths = lengths;
    this.boundaries = boundaries;
  }

  void next(int label, float score) {
    Run current = open;
    if (current != null && current.label != label) {
      current.end = cell;
      waiting = current;
      open = null;
    }
    if (label != Thresholds.NONE && open == null) {
      open = begin(label);
    }
    current = open;
    if (current != null) {
      current.sum += score;
      current.cells++;
    }
    cell++;
    settle();
  }

  private Run begin(int label) {
    Run before = waiting;
    if (before != null) {
      waiting = null;
      if (before.label == label && cell - before.end < lengths[label].off()) {
        return before;
      }
      end(before);
    }
    return new Run(label, cell);
  }

  /** Passes on what the newest cell has made certain. */
  private void settle() {
    Run before = waiting;
    if (before != null && cell - before.end >= lengths[before.label].off()) {
      waiting = null;
      end(before);
    }
    Run last = kept;
    if (last != null && keptHasEnded && newestStart() - last.end >= lengths[last.label].off()) {
      boundaries.accept(new Boundary(last.label, last.end, Thresholds.NONE, last.end, score(last)));
      kept = null;
    }
    Run current = open;
    if (current != null && !current.kept && cell - current.start >= lengths[current.label].on()) {
      keep(current);
    }
  }

  /** Where the next run that is kept may begin at the earliest. */
  private long newestStart() {
    Run before = waiting;
    if (before != null && !before.kept) {
      return before.start;
    }
    Run current = open;
    return current != null && !current.kept ? current.start : cell;
  }

  private void keep(Run run) {
    run.kept = true;
    Run last = kept;
    if (last == null) {
      boundaries.accept(new Boundary(Thresholds.NONE, run.start, run.label, run.start, 0));
      kept = run;
    } else if (last.label == run.label) {
      // Only what was dropped lies between the two.
      run.sum += last.sum;
      run.cells += last.cells;
      kept = run;
    } else {
      boundaries.accept(new Boundary(last.label, last.end, run.label, run.start, score(last)));
      kept = run;
    }
    keptHasEnded = false;
  }

  private void end(Run run) {
    if (run.kept) {
      keptHasEnded = true;
    }
  }

  private static double score(Run run) {
    return run.cells == 0 ? 0 : run.sum / run.cells;
  }

  /** Boundaries still to come lie at this cell or after it. */
  long frontier() {
    Run last = kept;
    if (last != null && keptHasEnded) {
      return last.end;
    }
    Run before = waiting;
    if (before != null) {
      return before.kept ? before.end : before.start;
    }
    return newestStart();
  }

  /** Ends the stream. */
  void finish() {
    Run current = open;
    if (current != null) {
      current.end = cell;
      end(current);
      open = null;
    }
    Run before = waiting;
    if (before != null) {
      end(before);
      waiting = null;
    }
    Run last = kept;
    if (last != null) {
      boundaries.accept(new Boundary(last.label, last.end, Thresholds.NONE, last.end, score(last)));
      kept = null;
    }
  }
}
