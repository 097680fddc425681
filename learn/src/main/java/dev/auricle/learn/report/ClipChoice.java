package dev.auricle.learn.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which order clips are given the room there is: doubtful labels and each recipe's most
 * confident errors, then a few clips for every cell of the confusion matrices, then all errors, and
 * then whatever else fits.
 */
final class ClipChoice {
  private static final int SURE_ERRORS = 12;
  private static final int PER_CELL = 2;

  private ClipChoice() {}

  /** Ids of every clip that some list shows, those that tell most ahead. */
  static List<String> order(ReportContent content) {
    Set<String> order = new LinkedHashSet<>();
    content.doubts().rows().forEach(row -> order.add(row.id()));
    List<ClipList> ranked = new ArrayList<>();
    content.ranking().forEach(r -> ranked.add(content.lists().get(r)));
    for (ClipList list : ranked) {
      list.errors().stream().limit(SURE_ERRORS).forEach(row -> order.add(row.id()));
    }
    for (ClipList list : ranked) {
      Map<List<Integer>, Integer> taken = new HashMap<>();
      for (ClipRow row : list.rows()) {
        List<Integer> cell = new ArrayList<>(row.truth());
        cell.add(row.guess());
        if (taken.merge(cell, 1, Integer::sum) <= PER_CELL) {
          order.add(row.id());
        }
      }
    }
    ranked.forEach(list -> list.errors().forEach(row -> order.add(row.id())));
    ranked.forEach(list -> list.rows().forEach(row -> order.add(row.id())));
    return List.copyOf(order);
  }
}
