package dev.auricle.runtime.detection;

import dev.auricle.runtime.DetectionOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds a stream's silent stretches, in steps of 10 ms. Those that are long separate events; short
 * ones, such as pauses between words, only tell where an event begins or ends.
 */
final class Silences {
  /** Shorter stretches are not noticed. */
  private static final double NOTICED_SECONDS = 0.1;

  /** Samples {@code [start, end)}. */
  record Stretch(long start, long end) {
    long length() {
      return end - start;
    }
  }

  private final int block;
  private final long noticed;
  private final long separating;
  private final double silentPower;
  private final Deque<Stretch> found = new ArrayDeque<>();
  private double squares;
  private int inBlock;
  private long place;
  private long quietFrom = -1;

  Silences(DetectionOptions options, int sampleRate) {
    Double db = options.silenceDb();
    this.block = Math.max(1, sampleRate / 100);
    this.separating = Math.max(1, Math.round(options.silence() * sampleRate));
    this.noticed = Math.min(separating, Math.round(NOTICED_SECONDS * sampleRate));
    this.silentPower = db == null ? -1 : Math.pow(10, db / 10);
  }

  /** Samples after a stretch's beginning by which it is known whether it separates events. */
  long delay() {
    return silentPower < 0 ? 0 : separating + block;
  }

  boolean separates(Stretch stretch) {
    return stretch.length() >= separating;
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
    if (quietFrom >= 0 && end - quietFrom >= noticed) {
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
    if (quietFrom >= 0 && place - quietFrom >= noticed && place > from && quietFrom < to) {
      inside.add(new Stretch(quietFrom, place));
    }
    return inside;
  }

  /** Whether a stretch that separates events covers {@code [from, to)}. */
  boolean cover(long from, long to) {
    return between(from, to).stream()
        .anyMatch(each -> separates(each) && each.start() <= from && each.end() >= to);
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
