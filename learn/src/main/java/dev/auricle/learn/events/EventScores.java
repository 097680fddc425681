package dev.auricle.learn.events;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Events judged by {@link EventScoring}.
 *
 * @param all labels together (micro average)
 * @param byLabel each by itself, in alphabetical order
 */
public record EventScores(Pair all, Map<String, Pair> byLabel) {
  /** Counts by segments and by events. */
  public record Pair(Counts segments, Counts events) {
    static final Pair NONE = new Pair(Counts.NONE, Counts.NONE);

    Pair plus(Pair other) {
      return new Pair(segments.plus(other.segments), events.plus(other.events));
    }
  }

  static final EventScores NONE = new EventScores(Pair.NONE, Map.of());

  /** Several sounds together. */
  public EventScores plus(EventScores other) {
    Map<String, Pair> sum = new TreeMap<>(byLabel);
    other.byLabel.forEach((label, pair) -> sum.merge(label, pair, Pair::plus));
    return new EventScores(all.plus(other.all), sum);
  }

  /** The mean over labels of what one label's counts give, such as F1 (macro average). */
  public double mean(ToDoubleFunction<Pair> measure) {
    return byLabel.values().stream().mapToDouble(measure).average().orElse(Double.NaN);
  }
}
