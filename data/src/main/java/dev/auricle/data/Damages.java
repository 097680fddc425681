package dev.auricle.data;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What was wrong with sounds that could be read all the same. Thread-safe. */
public final class Damages {
  private final Map<Integer, String> lines = new ConcurrentSkipListMap<>();

  /** Notes the damages of a sound by its number and name; none are no matter. */
  public void add(int sound, String name, List<String> damages) {
    if (!damages.isEmpty()) {
      lines.put(sound, name + ": " + String.join("; ", damages));
    }
  }

  /** A line for each damaged sound, in the sounds' order. */
  public List<String> lines() {
    return List.copyOf(lines.values());
  }
}
