package dev.auricle.data.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Joins pairs into sets (union-find with path halving). */
final class Clusters {
  private final int[] parent;

  Clusters(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  void join(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  int root(int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** Sets of two or more, by their smallest member. */
  List<List<Integer>> sets() {
    Map<Integer, List<Integer>> sets = new TreeMap<>();
    for (int i = 0; i < parent.length; i++) {
      sets.computeIfAbsent(root(i), r -> new ArrayList<>()).add(i);
    }
    return sets.values().stream().filter(s -> s.size() > 1).toList();
  }
}
