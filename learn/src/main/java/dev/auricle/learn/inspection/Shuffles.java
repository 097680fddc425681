package dev.auricle.learn.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Permutations of the tested rows' labels under which cues and labels are unrelated, while what
 * belongs together stays together: groups of one label swap their labels as wholes; within a group
 * of several labels the rows swap theirs.
 */
final class Shuffles {
  private final List<int[]> whole = new ArrayList<>();
  private final List<int[]> mixed = new ArrayList<>();
  private final int size;
  private final int[] tested;

  Shuffles(ProbeData data, int[] tested) {
    this.tested = tested;
    size = tested.length;
    Map<String, List<Integer>> groups = new TreeMap<>();
    for (int t = 0; t < size; t++) {
      groups.computeIfAbsent(data.groups().get(tested[t]), g -> new ArrayList<>()).add(t);
    }
    for (List<Integer> group : groups.values()) {
      int[] first = data.carried()[tested[group.get(0)]];
      boolean alike = group.stream().allMatch(t -> Arrays.equals(data.carried()[tested[t]], first));
      (alike ? whole : mixed).add(group.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  /** Groups whose labels can be told apart from chance only if there are enough of them. */
  int wholeGroups() {
    return whole.size();
  }

  boolean hasMixedGroups() {
    return !mixed.isEmpty();
  }

  /** For each tested row, the row whose labels it gets. */
  int[] next(Random random) {
    int[] truth = new int[size];
    List<int[]> donors = new ArrayList<>(whole);
    Collections.shuffle(donors, random);
    for (int g = 0; g < whole.size(); g++) {
      for (int t : whole.get(g)) {
        truth[t] = tested[donors.get(g)[0]];
      }
    }
    for (int[] group : mixed) {
      int[] order = group.clone();
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
      }
      for (int i = 0; i < group.length; i++) {
        truth[group[i]] = tested[order[i]];
      }
    }
    return truth;
  }
}
