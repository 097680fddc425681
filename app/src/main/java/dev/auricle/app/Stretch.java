package dev.auricle.app;

import dev.auricle.runtime.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What goes into one file.
 *
 * @param label of all of it
 * @param parts stretches of the sound, in time, that are put together
 */
record Stretch(String label, List<Event> parts) {
  Stretch {
    parts = List.copyOf(parts);
  }

  double start() {
    return parts.get(0).start();
  }

  double end() {
    return parts.get(parts.size() - 1).end();
  }

  /** The sample a time falls on. */
  static long sample(double seconds, int rate) {
    return Math.round(seconds * rate);
  }

  /** What of it lies in a sound of so many samples; null if nothing does. */
  @Nullable Stretch inside(long samples, int rate) {
    List<Event> there = new ArrayList<>();
    for (Event part : parts) {
      long start = sample(part.start(), rate);
      long end = sample(part.end(), rate);
      if (start < Math.min(end, samples)) {
        there.add(end <= samples ? part : new Event(part.start(), samples / (double) rate, label));
      }
    }
    return there.isEmpty() ? null : new Stretch(label, there);
  }

  /**
   * Events gathered.
   *
   * @param keep labels; empty for all
   * @param bridge seconds that may lie between two events of one label in one file, if nothing else
   *     is heard there
   * @param apart whether what lies between is left out
   */
  static List<Stretch> of(List<Event> events, Set<String> keep, double bridge, boolean apart) {
    List<Stretch> stretches = new ArrayList<>();
    for (String label : events.stream().map(Event::label).distinct().sorted().toList()) {
      List<Event> parts = new ArrayList<>();
      for (Event event : events.stream().sorted(Event.IN_TIME).toList()) {
        boolean same = event.label().equals(label);
        if (!parts.isEmpty()) {
          Event last = parts.get(parts.size() - 1);
          boolean near = event.start() - last.end() <= bridge;
          if (same ? !near : event.start() >= last.end()) {
            add(stretches, label, parts, keep);
          }
        }
        if (same) {
          join(parts, event, apart);
        }
      }
      add(stretches, label, parts, keep);
    }
    stretches.sort((a, b) -> Double.compare(a.start(), b.start()));
    return stretches;
  }

  private static void join(List<Event> parts, Event event, boolean apart) {
    Event last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
    if (last == null || (apart && event.start() > last.end())) {
      parts.add(event);
    } else {
      double end = Math.max(last.end(), event.end());
      parts.set(parts.size() - 1, new Event(last.start(), end, last.label()));
    }
  }

  private static void add(
      List<Stretch> stretches, String label, List<Event> parts, Set<String> keep) {
    if (!parts.isEmpty() && (keep.isEmpty() || keep.contains(label))) {
      stretches.add(new Stretch(label, parts));
    }
    parts.clear();
  }
}
