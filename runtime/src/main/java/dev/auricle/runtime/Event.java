package dev.auricle.runtime;

import java.util.Comparator;

/**
 * A stretch of time with a label, as a detector finds it or a label file states it.
 *
 * @param start in seconds from the sound's beginning
 * @param end in seconds; not before {@code start}
 * @param label what is heard; may hold any characters
 * @param score mean probability over the stretch, in [0, 1]; NaN where nobody stated one
 */
public record Event(double start, double end, String label, double score) {
  /** By start, then end, then label: the order in which files list them. */
  public static final Comparator<Event> IN_TIME =
      Comparator.comparingDouble(Event::start)
          .thenComparingDouble(Event::end)
          .thenComparing(Event::label);

  public Event {
    if (!(start >= 0 && end >= start && end < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "an event lies between two times from 0 on, found " + start + " to " + end);
    }
  }

  /** An event without a score. */
  public Event(double start, double end, String label) {
    this(start, end, label, Double.NaN);
  }

  /** Length in seconds. */
  public double seconds() {
    return end - start;
  }

  public boolean hasScore() {
    return !Double.isNaN(score);
  }
}
