package dev.auricle.data.audit;

import dev.auricle.data.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Groups (recordings, speakers, songs) and files that a protocol puts on both sides. Only those are
 * findings: a group within one side is as it should be.
 */
final class SameSource {
  private SameSource() {}

  static List<Leak> find(Sides sides) {
    List<Example> examples = sides.dataset().examples();
    Map<String, List<Integer>> groups = new TreeMap<>();
    Map<String, List<Integer>> files = new TreeMap<>();
    for (int i = 0; i < examples.size(); i++) {
      groups.computeIfAbsent(examples.get(i).group(), g -> new ArrayList<>()).add(i);
      files.computeIfAbsent(examples.get(i).path().toString(), g -> new ArrayList<>()).add(i);
    }
    List<Leak> leaks = new ArrayList<>();
    add(leaks, sides, sides.dataset().groupName(), groups);
    if (!sides.dataset().groupName().equals("file")) {
      add(leaks, sides, "file", files);
    }
    return leaks;
  }

  private static void add(
      List<Leak> leaks, Sides sides, String name, Map<String, List<Integer>> sources) {
    sources.forEach(
        (key, indices) -> {
          if (indices.size() > 1 && sides.crosses(indices)) {
            leaks.add(sides.leak(Leak.Kind.SAME_SOURCE, name + " " + key, indices));
          }
        });
  }
}
