package dev.auricle.learn.report;

import dev.auricle.learn.evaluation.Predictions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The clips that a reader can look into, for one recipe: errors first, the most confident ahead;
 * then right answers, the least confident ahead.
 *
 * @param name whose answers they are
 * @param rows at most so many for each pair of true and given label
 */
record ClipList(String name, List<ClipRow> rows) {
  private static final Comparator<ClipRow> TELLING_FIRST =
      Comparator.comparing(ClipRow::right)
          .thenComparingDouble(row -> row.right() ? row.confidence() : -row.confidence())
          .thenComparing(ClipRow::id);

  static ClipList of(String name, Predictions predictions, int perPair) {
    Map<List<Integer>, Integer> taken = new HashMap<>();
    List<ClipRow> rows = new ArrayList<>();
    IntStream.range(0, predictions.size())
        .mapToObj(i -> ClipRow.of(predictions, i))
        .sorted(TELLING_FIRST)
        .forEach(
            row -> {
              List<Integer> pair =
                  List.of(row.truth().isEmpty() ? -1 : row.truth().get(0), row.guess());
              if (taken.merge(pair, 1, Integer::sum) <= perPair) {
                rows.add(row);
              }
            });
    return new ClipList(name, rows);
  }

  /** The wrong ones, the most confident ahead. */
  List<ClipRow> errors() {
    return rows.stream().filter(row -> !row.right()).toList();
  }
}
