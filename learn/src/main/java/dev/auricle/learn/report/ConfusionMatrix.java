package dev.auricle.learn.report;

import java.util.Arrays;
import java.util.List;

/**
 * The confusion matrix as a grid of buttons: a row holds the clips that carry a label, a column
 * those that were given it; a cell opens its clips. Only one cell stands in the order of tabs; the
 * arrow keys go on from there.
 */
final class ConfusionMatrix {
  /** With more labels than this the cells are too small for figures, and colour alone speaks. */
  private static final int FIGURES_UP_TO = 24;

  /** With more labels than this no screen shows the matrix; the confused pairs must do. */
  static final int MOST_LABELS = 100;

  private static final double LIGHT = 0.6;
  private static final double DEEP = 0.8;

  private ConfusionMatrix() {}

  /**
   * Writes the grid.
   *
   * @param list number of the list of clips that the cells open
   */
  static void write(Html html, List<String> labels, int[][] counts, int list, String recipe) {
    int n = labels.size();
    html.open("div", "class", "scroll");
    html.open(
        "table",
        "class",
        "confusion" + (n > FIGURES_UP_TO ? " dense" : ""),
        "style",
        "--n:" + n,
        "role",
        "grid",
        "aria-label",
        "Confusion matrix of " + recipe + ": rows are true labels, columns are answers",
        "data-list",
        String.valueOf(list));
    html.open("thead").open("tr", "role", "row");
    html.open("th", "class", "corner").element("span", "true ↓", "class", "down");
    html.element("span", "said →", "class", "along").close();
    for (String label : labels) {
      html.open("th", "scope", "col", "title", label).element("span", label).close();
    }
    html.close().close().open("tbody");
    for (int truth = 0; truth < n; truth++) {
      int all = Arrays.stream(counts[truth]).sum();
      html.open("tr", "role", "row");
      html.element("th", labels.get(truth), "scope", "row", "title", labels.get(truth));
      for (int said = 0; said < n; said++) {
        cell(html, labels, truth, said, counts[truth][said], all);
      }
      html.close();
    }
    html.close().close().close();
  }

  private static void cell(
      Html html, List<String> labels, int truth, int said, int count, int all) {
    if (count == 0) {
      html.element("td", "", "role", "gridcell", "class", truth == said ? "none right" : "none");
      return;
    }
    double depth = depth((double) count / all);
    String words =
        truth == said
            ? labels.get(truth) + ", answered rightly: "
            : "true " + labels.get(truth) + ", answered " + labels.get(said) + ": ";
    html.open("td", "role", "gridcell");
    html.element(
        "button",
        String.valueOf(count),
        "type",
        "button",
        "tabindex",
        "-1",
        "class",
        (truth == said ? "right" : "wrong") + (depth >= DEEP ? " deep" : ""),
        "style",
        "--s:" + Figures.decimal(depth, 2),
        "data-truth",
        String.valueOf(truth),
        "data-said",
        String.valueOf(said),
        "aria-label",
        words + Figures.count(count, "clip"),
        "title",
        words + Figures.count(count, "clip"));
    html.close();
  }

  /**
   * Depth of colour: square-rooted, so that one error in forty is still seen. Depths between {@link
   * #LIGHT} and {@link #DEEP} are left out, since neither dark nor light figures can be read there.
   */
  private static double depth(double share) {
    double depth = 0.12 + 0.88 * Math.sqrt(share);
    boolean unreadable = depth > LIGHT && depth < DEEP;
    return unreadable ? (depth < (LIGHT + DEEP) / 2 ? LIGHT : DEEP) : depth;
  }
}
