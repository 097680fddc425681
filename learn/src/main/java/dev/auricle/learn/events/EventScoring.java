package dev.auricle.learn.events;

import dev.auricle.runtime.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * How events are judged, as sed_eval does. (Mesaros, Heittola and Virtanen, "Metrics for polyphonic
 * sound event detection", Applied Sciences 6(6), 2016.)
 *
 * <p>By segments: time is cut into pieces of {@code resolution}; in each, a label is there if an
 * event of it reaches into the piece. By events: an event is found if one of its label begins
 * within {@code collar} of its beginning, and ends within {@code collar}, or within {@code
 * offsetShare} of its length, of its end; pairs are chosen so that most are found. What is left and
 * matches but for its label is a substitution.
 *
 * @param resolution of segments, in seconds
 * @param collar in seconds
 * @param offsetShare of an event's length by which its end may be off, where that is more
 */
public record EventScoring(double resolution, double collar, double offsetShare) {
  /** Segments of 1 s, a collar of 250 ms, and half the length for the end. */
  public static final EventScoring USUAL = new EventScoring(1, 0.25, 0.5);

  /** Rounding of times in files must not decide whether an event lies inside a collar. */
  private static final double ROUNDING = 1e-9;

  public EventScoring {
    if (!(resolution > 0 && collar >= 0 && offsetShare >= 0)) {
      throw new IllegalArgumentException(
          "resolution must be positive, collar and share 0 or more; found "
              + resolution
              + ", "
              + collar
              + ", "
              + offsetShare);
    }
  }

  /** Judges events of one sound. */
  public EventScores score(List<Event> reference, List<Event> found) {
    TreeSet<String> labels = new TreeSet<>();
    reference.forEach(event -> labels.add(event.label()));
    found.forEach(event -> labels.add(event.label()));
    Map<String, EventScores.Pair> byLabel = new LinkedHashMap<>();
    for (String label : labels) {
      List<Event> there = of(label, reference);
      List<Event> heard = of(label, found);
      byLabel.put(label, new EventScores.Pair(segments(there, heard), events(there, heard)));
    }
    return new EventScores(
        new EventScores.Pair(segments(reference, found), events(reference, found)), byLabel);
  }

  private static List<Event> of(String label, List<Event> events) {
    return events.stream().filter(event -> event.label().equals(label)).toList();
  }

  Counts segments(List<Event> reference, List<Event> found) {
    Map<String, Integer> numbers = new HashMap<>();
    int length = length(reference, found);
    List<boolean[]> there = roll(reference, numbers, length);
    List<boolean[]> heard = roll(found, numbers, length);
    Counts sum = Counts.NONE;
    for (int segment = 0; segment < length; segment++) {
      int inReference = 0;
      int inFound = 0;
      int correct = 0;
      for (int label = 0; label < numbers.size(); label++) {
        boolean isThere = label < there.size() && there.get(label)[segment];
        boolean isHeard = label < heard.size() && heard.get(label)[segment];
        inReference += isThere ? 1 : 0;
        inFound += isHeard ? 1 : 0;
        correct += isThere && isHeard ? 1 : 0;
      }
      int substituted = Math.min(inReference, inFound) - correct;
      sum = sum.plus(new Counts(inReference, inFound, correct, substituted));
    }
    return sum;
  }

  private int length(List<Event> reference, List<Event> found) {
    double end = 0;
    for (List<Event> events : List.of(reference, found)) {
      for (Event event : events) {
        end = Math.max(end, event.end());
      }
    }
    return (int) Math.ceil(end / resolution - ROUNDING);
  }

  /** Whether each label reaches into each segment: {@code boolean[segments]}, label by label. */
  private List<boolean[]> roll(List<Event> events, Map<String, Integer> numbers, int length) {
    List<boolean[]> roll = new ArrayList<>();
    for (Event event : events) {
      int label = number(numbers, event.label());
      while (roll.size() <= label) {
        roll.add(new boolean[length]);
      }
      int to = (int) Math.ceil(event.end() / resolution - ROUNDING);
      for (int i = (int) (event.start() / resolution + ROUNDING); i < to; i++) {
        roll.get(label)[i] = true;
      }
    }
    return roll;
  }

  private static int number(Map<String, Integer> numbers, String label) {
    Integer known = numbers.putIfAbsent(label, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  Counts events(List<Event> reference, List<Event> found) {
    List<int[]> near = near(reference, found);
    List<int[]> alike = new ArrayList<>();
    for (int r = 0; r < near.size(); r++) {
      String label = reference.get(r).label();
      alike.add(
          Arrays.stream(near.get(r)).filter(f -> label.equals(found.get(f).label())).toArray());
    }
    int[] partner = Pairing.most(alike, found.size());
    boolean[] used = new boolean[found.size()];
    int correct = 0;
    for (int f : partner) {
      if (f >= 0) {
        used[f] = true;
        correct++;
      }
    }
    int substituted = 0;
    for (int r = 0; r < partner.length; r++) {
      if (partner[r] < 0) {
        OptionalInt free = Arrays.stream(near.get(r)).filter(f -> !used[f]).findFirst();
        if (free.isPresent()) {
          used[free.getAsInt()] = true;
          substituted++;
        }
      }
    }
    return new Counts(reference.size(), found.size(), correct, substituted);
  }

  /**
   * For each event of the reference those found near it, whatever their label, the nearest first.
   */
  private List<int[]> near(List<Event> reference, List<Event> found) {
    int[] byStart =
        IntStream.range(0, found.size())
            .boxed()
            .sorted(Comparator.comparingDouble(f -> found.get(f).start()))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] starts = Arrays.stream(byStart).mapToDouble(f -> found.get(f).start()).toArray();
    List<int[]> near = new ArrayList<>();
    for (Event event : reference) {
      int from = firstFrom(starts, event.start() - collar - ROUNDING);
      List<Integer> some = new ArrayList<>();
      for (int i = from; i < starts.length && starts[i] <= event.start() + collar + ROUNDING; i++) {
        if (near(event, found.get(byStart[i]))) {
          some.add(byStart[i]);
        }
      }
      some.sort(
          Comparator.comparingDouble((Integer f) -> Math.abs(found.get(f).start() - event.start()))
              .thenComparingInt(f -> f));
      near.add(some.stream().mapToInt(Integer::intValue).toArray());
    }
    return near;
  }

  /** The first index at which sorted values are not below {@code least}. */
  private static int firstFrom(double[] sorted, double least) {
    int at = Arrays.binarySearch(sorted, least);
    if (at < 0) {
      return -at - 1;
    }
    while (at > 0 && sorted[at - 1] == least) {
      at--;
    }
    return at;
  }

  private boolean near(Event reference, Event found) {
    double atEnd = Math.max(collar, offsetShare * reference.seconds());
    return Math.abs(reference.start() - found.start()) <= collar + ROUNDING
        && Math.abs(reference.end() - found.end()) <= atEnd + ROUNDING;
  }
}
