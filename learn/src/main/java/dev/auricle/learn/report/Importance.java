package dev.auricle.learn.report;

import dev.auricle.learn.experiment.FoldResult;
import dev.auricle.learn.experiment.RecipeResult;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a model leans on, the mean over the folds: the columns that it weighs most, and what it
 * loses on test clips without each group of columns.
 */
final class Importance {
  private static final int SHOWN = 15;

  private Importance() {}

  static void write(Html html, RecipeResult result) {
    List<double[]> weights =
        result.folds().stream().map(FoldResult::importance).filter(w -> w.length > 0).toList();
    Map<String, Double> lost = result.lostWithout();
    if (weights.isEmpty() && lost.isEmpty()) {
      return;
    }
    html.open("section", "class", "part").element("h3", "What it listens to");
    html.open("div", "class", "plots");
    if (!lost.isEmpty()) {
      without(html, lost, result.test().predictions().multiLabel());
    }
    if (!weights.isEmpty()) {
      columns(html, result, weights);
    }
    html.close().close();
  }

  private static void without(Html html, Map<String, Double> lost, boolean several) {
    double largest = lost.values().iterator().next();
    html.open("div")
        .element(
            "p",
            "%s lost on test clips when a group of columns is dealt among them at random (permutation importance, in points)."
                .formatted(several ? "Micro F1" : "Accuracy"),
            "class",
            "note");
    html.open("ol", "class", "importance");
    lost.entrySet().stream()
        .limit(SHOWN)
        .forEach(
            entry -> {
              double share = largest > 0 ? Math.max(0, entry.getValue() / largest) : 0;
              html.open("li", "style", "--v:" + share);
              html.element("span", entry.getKey());
              html.open("i").close();
              html.element("b", Figures.hundredths(entry.getValue())).close();
            });
    html.close().close();
  }

  private static void columns(Html html, RecipeResult result, List<double[]> weights) {
    int columns = weights.get(0).length;
    double[] mean = new double[columns];
    for (double[] fold : weights) {
      for (int c = 0; c < columns; c++) {
        mean[c] += fold[c] / weights.size();
      }
    }
    List<String> names = result.recipe().frontEnd().columns();
    List<Integer> order =
        IntStream.range(0, columns)
            .boxed()
            .sorted(Comparator.comparingDouble(c -> -mean[c]))
            .limit(SHOWN)
            .toList();
    double largest = mean[order.get(0)];
    html.open("div")
        .element(
            "p",
            "Weight inside the fitted model, of the %s heaviest of %s (for trees, the impurity they take off)."
                .formatted(order.size(), Figures.count(columns, "column")),
            "class",
            "note");
    html.open("ol", "class", "importance");
    for (int c : order) {
      html.open("li", "style", "--v:" + (largest > 0 ? mean[c] / largest : 0));
      html.element("span", names.size() == columns ? names.get(c) : "column " + (c + 1));
      html.open("i").close();
      html.element("b", Figures.percent(mean[c])).close();
    }
    html.close().close();
  }
}
