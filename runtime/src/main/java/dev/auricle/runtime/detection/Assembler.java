package dev.auricle.runtime.detection;

import dev.auricle.runtime.DetectionOptions;
import dev.auricle.runtime.Event;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes one lane's boundaries into events. A boundary moves to where the sound changes most, and to
 * a silence right beside that place. Then silence is cut out.
 *
 * <p>Whatever it looks at lies in a fixed distance of a boundary, so that the answer does not
 * depend on how much of the stream happened to be there.
 */
final class Assembler {
  /** Seconds beside the places that may be chosen in which the two sides are compared. */
  private static final double CONTEXT = 2;

  /** Seconds from where the sound changes most within which a silence is where it changes. */
  private static final double BESIDE = 0.25;

  /** Boundaries on the grid are usually off by half of what they may be moved. */
  private static final double SPREAD = 0.5;

  /** Of an event that silence cuts up, pieces shorter than this share of minOn are dropped. */
  private static final double LEAST_PIECE = 0.5;

  private final DetectionOptions options;
  private final List<String> labels;
  private final Grid grid;
  private final SampleHistory history;
  private final QuietStretches quiet;
  private final ChangePoint changes;
  private final Consumer<Event> events;
  private final Deque<Boundary> queue = new ArrayDeque<>();
  private final CellHistory cells = new CellHistory();
  private final long reach;
  private final long context;

  /** Samples within which a boundary moves to a silence. */
  private final long beside;

  /** Start of the event that is under way, and of what the next boundary may move over. */
  private long last;

  private boolean inside;

  Assembler(
      DetectionOptions options,
      List<String> labels,
      Grid grid,
      SampleHistory history,
      QuietStretches quiet,
      ChangePoint changes,
      Consumer<Event> events) {
    this.options = options;
    this.labels = labels;
    this.grid = grid;
    this.history = history;
    this.quiet = quiet;
    this.changes = changes;
    this.events = events;
    this.reach = Math.round(options.refine() * grid.rate());
    this.beside = reach == 0 ? grid.hop() : Math.round(BESIDE * grid.rate());
    this.context = reach == 0 ? 0 : Math.round(CONTEXT * grid.rate());
  }

  /** Hears of the next cell, before the boundaries that it makes certain. */
  void heard(int label, float score) {
    cells.add(label, score);
  }

  void add(Boundary boundary) {
    queue.add(boundary);
  }

  /**
   * Places those boundaries about which enough is known.
   *
   * @param frontier no boundary still to come lies before this sample
   */
  void settle(long frontier) {
    while (!queue.isEmpty()) {
      Boundary first = queue.getFirst();
      long horizon = grid.start(first.rightStart()) + reach + context;
      boolean heard = history.end() >= horizon && quiet.knows(horizon);
      if (!heard || (queue.size() == 1 && frontier < horizon)) {
        return;
      }
      place(queue.removeFirst(), Long.MAX_VALUE);
    }
  }

  /** Places all that are left; the stream had {@code total} samples. */
  void finish(long total) {
    while (!queue.isEmpty()) {
      place(queue.removeFirst(), total);
    }
  }

  /** What lies before this sample is not asked for any more; {@code frontier} as above. */
  long samplesNeeded(long frontier) {
    long next = queue.isEmpty() ? frontier : grid.start(queue.getFirst().leftEnd());
    return Math.min(frontier, next) - reach - context;
  }

  /** Quiet stretches that end before this sample are not asked for any more. */
  long quietNeeded(long frontier) {
    return inside ? Math.min(last, samplesNeeded(frontier)) : samplesNeeded(frontier);
  }

  /** Gives up what is not asked for any more; {@code frontier} as above. */
  void forget(long frontier) {
    cells.forget(Math.floorDiv(quietNeeded(frontier), grid.hop()) - 1);
  }

  private void place(Boundary boundary, long total) {
    long low = grid.start(boundary.leftEnd());
    long high = grid.start(boundary.rightStart());
    long at = low <= 0 ? 0 : high >= total ? total : refined(low, high, total);
    if (inside) {
      cut(boundary.left(), last, at, boundary.score());
    }
    inside = boundary.right() != Thresholds.NONE;
    last = at;
  }

  private long refined(long low, long high, long total) {
    long middle = (low + high) / 2;
    Boundary next = queue.peekFirst();
    long end = Math.min(high + reach + context, total);
    if (next != null) {
      end = Math.min(end, grid.start(next.leftEnd()));
    }
    long start = Math.max(last, low - reach - context);
    long from = Math.max(last, low - reach);
    long to = Math.min(end, high + reach);
    long found = middle;
    if (reach > 0) {
      found =
          start
              + changes.locate(
                  history.copy(start, end),
                  (int) (from - start),
                  (int) (to - start),
                  (int) (middle - start),
                  SPREAD * (reach + (high - low) / 2.0));
    }
    Quiet near = quiet.nearest(Math.max(from, found - beside), Math.min(to, found + beside), found);
    // Either end of a quiet stretch will do: the stretch itself is cut out of both sides.
    return Math.max(last, near == null ? found : near.start());
  }

  /** Hands on what lies between two places, without silence at its ends and long silence inside. */
  private void cut(int label, long from, long to, double score) {
    double least = LEAST_PIECE * options.ruleOf(labels.get(label)).minOn();
    long start = from;
    boolean whole = true;
    for (Quiet each : quiet.between(from, to)) {
      boolean atAnEnd = each.start() <= start || each.end() >= to;
      if (atAnEnd || each.separates()) {
        whole = false;
        long end = Math.min(to, each.start());
        piece(label, start, end, mean(label, start, end, score), least);
        start = Math.max(start, each.end());
      }
    }
    piece(label, start, to, whole ? score : mean(label, start, to, score), whole ? 0 : least);
  }

  /** Over the cells whose middle lies there; that of the whole where there is none of the label. */
  private double mean(int label, long from, long to, double score) {
    long half = grid.hop() / 2;
    long first = Math.floorDiv(from + half, grid.hop());
    long end = Math.max(first + 1, Math.floorDiv(to + half, grid.hop()));
    return cells.mean(label, first, end, score);
  }

  private void piece(int label, long from, long to, double score, double least) {
    double rate = grid.rate();
    if (to > from && (to - from) / rate >= least) {
      events.accept(new Event(from / rate, to / rate, labels.get(label), score));
    }
  }
}
