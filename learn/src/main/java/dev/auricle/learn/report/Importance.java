package dev.auricle.learn.report;

import dev.auricle.learn.experiment.FoldResult;
import dev.auricle.learn.experiment.RecipeResult;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The columns that a model leans on most, the mean over the folds. */
final class Importance {
  private static final int SHOWN = 15;

  private Importance() {}

  static void write(Html html, RecipeResult result) {
    List<double[]> weights =
        result.folds().stream().map(FoldResult::importance).filter(w -> w.length > 0).toList();
    if (weights.isEmpty()) {
      return;
    }
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
    html.open("section", "class", "part").element("h3", "What it listens to");
    html.element(
        "p",
        "Importance of the %s heaviest of %s, the mean over the folds."
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
