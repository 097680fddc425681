package dev.auricle.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups that a published division puts on both sides.
 *
 * @param groups that were looked at
 * @param crossing those which stand in a fold's test part and outside it as well
 */
record Crossing(Groups groups, List<String> crossing) {

  /**
   * Looks a division over.
   *
   * @param tests the test part of each fold
   */
  static Crossing of(Groups groups, List<int[]> tests) {
    Map<String, Integer> sizes = new HashMap<>();
    groups.of().forEach(g -> sizes.merge(g, 1, Integer::sum));
    Set<String> found = new HashSet<>();
    for (int[] test : tests) {
      Map<String, Integer> inside = new HashMap<>();
      for (int i : test) {
        inside.merge(groups.of().get(i), 1, Integer::sum);
      }
      inside.forEach(
          (group, count) -> {
            if (count < sizes.getOrDefault(group, 0)) {
              found.add(group);
            }
          });
    }
    List<String> sorted = new ArrayList<>(found);
    sorted.sort(NaturalOrder.INSTANCE);
    return new Crossing(groups, sorted);
  }

  /** For a sentence's end; empty where groups are unknown. */
  String clause() {
    if (!groups.meaningful()) {
      return "";
    }
    return crossing.isEmpty() ? ", no " + groups.name() + " on both sides" : "; " + statement();
  }

  /** For a fold's name. */
  String inBrackets() {
    return crossing.isEmpty() ? "" : " (" + statement() + ")";
  }

  List<String> warnings() {
    return crossing.isEmpty() ? List.of() : List.of(statement() + ": " + Counts.few(crossing));
  }

  private String statement() {
    int all = groups.distinct().size();
    String nouns = Counts.plural(groups.name());
    return crossing.size() == all
        ? "the same " + nouns + " stand on both sides"
        : Counts.of(crossing.size(), groups.name())
            + " of "
            + all
            + (crossing.size() == 1 ? " stands" : " stand")
            + " on both sides";
  }
}
