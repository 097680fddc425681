package dev.auricle.learn.features;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What was wrong with sounds that could be read all the same. Thread-safe. */
final class Damages {
  private final Map<Integer, String> lines = new ConcurrentSkipListMap<>();

  /** Notes the damages of a sound; none are no matter. */
  void add(int item, String name, List<String> damages) {
    if (!damages.isEmpty()) {
      lines.put(item, name + ": " + String.join("; ", damages));
    }
  }

  /** A line for each damaged sound, in the sounds' order. */
  List<String> lines() {
    return List.copyOf(lines.values());
  }
}
