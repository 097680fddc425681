package dev.auricle.runtime.detection;

import dev.auricle.runtime.DetectionOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a stream's silent stretches, in steps of 10 ms. */
final class Silences {
  /** Samples {@code [start, end)}. */
  record Stretch(long start, long end) {}

  private final int block;
  private final long shortest;
  private final double silentPower;
  private final Deque<Stretch> found = new ArrayDeque<>();
  private double squares;
  private int inBlock;
  private long place;
  private long quietFrom = -1;

  Silences(DetectionOptions options, int sampleRate) {
    Double db = options.silenceDb();
    this.block = Math.max(1, sampleRate / 100);
    this.shortest = Math.max(1, Math.round(options.silence() * sampleRate));
    this.silentPower = db == null ? -1 : Math.pow(10, db / 10);
  }

  /** Samples by which a stretch is known to be silent later than it begins. */
  long delay() {
    return silentPower < 0 ? 0 : shortest + block;
  }

  void accept(float[] x, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      squares += (double) x[i] * x[i];
      if (++inBlock == block) {
        endBlock();
      }
    }
  }

  /** Ends the stream. */
  void finish() {
    if (inBlock > 0) {
      endBlock();
    }
    endQuiet();
  }

  private void endBlock() {
    long start = place;
    place += inBlock;
    if (squares / inBlock > silentPower) {
      endQuietAt(start);
    } else if (quietFrom < 0) {
      quietFrom = start;
    }
    squares = 0;
    inBlock = 0;
  }

  private void endQuiet() {
    endQuietAt(place);
  }

  private void endQuietAt(long end) {
    if (quietFrom >= 0 && end - quietFrom >= shortest) {
      found.add(new Stretch(quietFrom, end));
    }
    quietFrom = -1;
  }

  /** Silent stretches that reach into {@code [from, to)}, in order; one may still go on. */
  List<Stretch> between(long from, long to) {
    List<Stretch> inside = new ArrayList<>();
    for (Stretch each : found) {
      if (each.end() > from && each.start() < to) {
        inside.add(each);
      }
    }
    if (quietFrom >= 0 && place - quietFrom >= shortest && place > from && quietFrom < to) {
      inside.add(new Stretch(quietFrom, place));
    }
    return inside;
  }

  boolean cover(long from, long to) {
    return between(from, to).stream().anyMatch(s -> s.start() <= from && s.end() >= to);
  }

  /** The stretch that reaches into {@code [from, to)} and lies nearest to a place. */
  @Nullable Stretch nearest(long from, long to, long wanted) {
    Stretch best = null;
    for (Stretch each : between(from, to)) {
      if (best == null || distance(each, wanted) < distance(best, wanted)) {
        best = each;
      }
    }
    return best;
  }

  private static long distance(Stretch stretch, long place) {
    return Math.max(0, Math.max(stretch.start() - place, place - stretch.end()));
  }

  /** Lets go of stretches that end before a place. */
  void forget(long before) {
    while (!found.isEmpty() && found.getFirst().end() < before) {
      found.removeFirst();
    }
  }
}
