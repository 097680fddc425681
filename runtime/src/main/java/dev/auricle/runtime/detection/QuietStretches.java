package dev.auricle.runtime.detection;

import dev.auricle.runtime.DetectionOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stream's quiet stretches, in steps of 10 ms: {@link Silences}, which lie below a fixed level,
 * and {@link Gaps}, which lie below what is about them.
 */
final class QuietStretches {
  /** Shorter silences are not noticed. */
  private static final double NOTICED_SILENCE = 0.1;

  /** Shorter gaps are not noticed: words have such between them. */
  private static final double NOTICED_GAP = 0.3;

  private final int block;
  private final @Nullable Silences silences;
  private final @Nullable Gaps gaps;
  private long place;
  private double squares;
  private int inBlock;

  QuietStretches(DetectionOptions options, int sampleRate) {
    Double silenceDb = options.silenceDb();
    Double gapDb = options.gapDb();
    this.block = Math.max(1, sampleRate / 100);
    this.silences =
        silenceDb == null
            ? null
            : new Silences(
                silenceDb,
                Math.round(NOTICED_SILENCE * sampleRate),
                Math.max(1, Math.round(options.silence() * sampleRate)));
    this.gaps =
        gapDb == null
            ? null
            : new Gaps(gapDb, blocks(NOTICED_GAP, sampleRate), blocks(options.gap(), sampleRate));
  }

  private int blocks(double seconds, int sampleRate) {
    return (int) Math.round(seconds * sampleRate / block);
  }

  void accept(float[] x, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      squares += (double) x[i] * x[i];
      if (++inBlock == block) {
        endBlock();
      }
    }
  }

  private void endBlock() {
    double power = squares / inBlock;
    if (silences != null) {
      silences.accept(inBlock, power);
    }
    if (gaps != null) {
      gaps.accept(inBlock, power);
    }
    place += inBlock;
    squares = 0;
    inBlock = 0;
  }

  /** Ends the stream. */
  void finish() {
    if (inBlock > 0) {
      endBlock();
    }
    if (silences != null) {
      silences.finish();
    }
    if (gaps != null) {
      gaps.finish();
    }
  }

  /** Whether it is known which silences begin before a place, and which of them separate events. */
  boolean knowsSilences(long until) {
    return silences == null || place >= until + silences.delay();
  }

  /** The same for all quiet stretches. */
  boolean knows(long until) {
    return knowsSilences(until) && (gaps == null || gaps.known(until));
  }

  /**
   * Quiet stretches that reach into {@code [from, to)}, by their start; a silence may still go on,
   * and a silence and a gap may overlap.
   */
  List<Quiet> between(long from, long to) {
    List<Quiet> inside = new ArrayList<>();
    if (silences != null) {
      silences.between(from, to, inside::add);
    }
    if (gaps != null) {
      gaps.between(from, to, inside::add);
    }
    inside.sort(Comparator.comparingLong(Quiet::start));
    return inside;
  }

  /** Whether a silence that separates events covers {@code [from, to)}. */
  boolean silent(long from, long to) {
    List<Quiet> inside = new ArrayList<>();
    if (silences != null) {
      silences.between(from, to, inside::add);
    }
    return inside.stream()
        .anyMatch(each -> each.separates() && each.start() <= from && each.end() >= to);
  }

  /** The stretch that reaches into {@code [from, to)} and lies nearest to a place. */
  @Nullable Quiet nearest(long from, long to, long wanted) {
    return between(from, to).stream()
        .min(Comparator.comparingLong(each -> each.distance(wanted)))
        .orElse(null);
  }

  /** Lets go of stretches that end before a place. */
  void forget(long before) {
    if (silences != null) {
      silences.forget(before);
    }
    if (gaps != null) {
      gaps.forget(before);
    }
  }
}
