package dev.auricle.learn.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The pairs of labels most often taken for each other's place, as buttons that open the clips. */
final class ConfusedPairs {
  private static final int SHOWN = 8;

  private ConfusedPairs() {}

  private record Pair(int truth, int said, int count, double share) {}

  static void write(Html html, List<String> labels, int[][] counts, int list) {
    List<Pair> pairs = new ArrayList<>();
    for (int truth = 0; truth < counts.length; truth++) {
      int all = 0;
      for (int count : counts[truth]) {
        all += count;
      }
      for (int said = 0; said < counts.length; said++) {
        if (said != truth && counts[truth][said] > 0) {
          pairs.add(new Pair(truth, said, counts[truth][said], (double) counts[truth][said] / all));
        }
      }
    }
    if (pairs.isEmpty()) {
      html.element("p", "No clip was mistaken.", "class", "note");
      return;
    }
    pairs.sort(Comparator.comparingInt(Pair::count).reversed().thenComparing(Pair::truth));
    html.element("h4", "Most often confused");
    html.open("ol", "class", "pairs", "data-list", String.valueOf(list));
    for (Pair pair : pairs.subList(0, Math.min(SHOWN, pairs.size()))) {
      html.open("li")
          .open(
              "button",
              "type",
              "button",
              "data-truth",
              String.valueOf(pair.truth()),
              "data-said",
              String.valueOf(pair.said()));
      html.element("b", labels.get(pair.truth())).text(" taken for ");
      html.element("b", labels.get(pair.said())).close();
      html.element(
          "span",
          Figures.count(pair.count(), "clip") + ", " + Figures.percent(pair.share()),
          "class",
          "small");
      html.close();
    }
    html.close();
  }
}
