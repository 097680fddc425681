package dev.auricle.runtime.detection;

/**
 * A quiet stretch, samples {@code [start, end)}.
 *
 * @param separates whether what lies before and after it is two events; a short one only tells
 *     where an event begins or ends
 */
record Quiet(long start, long end, boolean separates) {
  boolean reaches(long from, long to) {
    return end > from && start < to;
  }

  /** Samples from a place to it; 0 inside. */
  long distance(long place) {
    return Math.max(0, Math.max(start - place, place - end));
  }
}
