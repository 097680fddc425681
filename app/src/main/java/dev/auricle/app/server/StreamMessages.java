package dev.auricle.app.server;

import dev.auricle.runtime.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said of events and probabilities, in answers and on live streams. */
final class StreamMessages {
  private static final int MOST_LABELS = 10;

  private StreamMessages() {}

  /** An event's members. */
  static Map<String, Object> event(Event event) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("start", event.start());
    map.put("end", event.end());
    map.put("label", event.label());
    map.put("score", event.hasScore() ? event.score() : null);
    return map;
  }

  /** A message: an event that nothing can change any more. */
  static String eventMessage(Event event) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("type", "event");
    map.putAll(event(event));
    return Replies.line(map);
  }

  /** A message: the probabilities of a stretch, the highest first. */
  static String heardMessage(double start, double end, List<String> labels, float[] probabilities) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < probabilities.length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> -probabilities[i]));
    List<Object> top = new ArrayList<>();
    for (int i : order.subList(0, Math.min(MOST_LABELS, order.size()))) {
      Map<String, Object> scored = new LinkedHashMap<>();
      scored.put("label", labels.get(i));
      scored.put("probability", probabilities[i]);
      top.add(scored);
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("type", "heard");
    map.put("start", start);
    map.put("end", end);
    map.put("top", top);
    return Replies.line(map);
  }

  /** A message: the stream has ended. */
  static String endMessage(double seconds) {
    return Replies.line(Map.of("type", "end", "seconds", seconds));
  }

  /** A message: what was wrong. */
  static String problemMessage(Problem problem) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("type", "problem");
    map.put("problem", problem.members());
    return Replies.line(map);
  }
}
