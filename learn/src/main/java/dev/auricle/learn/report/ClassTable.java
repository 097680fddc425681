package dev.auricle.learn.report;

import java.util.List;

/** Precision, recall and F1 of each label. */
final class ClassTable {
  private ClassTable() {}

  /** Figures of one label, {@code NaN} where nothing was to divide by. */
  record Row(String label, int support, double precision, double recall, double f1) {
    static Row of(String label, int right, int carried, int given) {
      return new Row(
          label,
          carried,
          given == 0 ? Double.NaN : (double) right / given,
          carried == 0 ? Double.NaN : (double) right / carried,
          carried + given == 0 ? Double.NaN : 2.0 * right / (carried + given));
    }
  }

  static void write(Html html, List<Row> rows) {
    html.open("section", "class", "part").element("h3", "Label by label");
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Labels");
    html.open("table", "class", "classes sortable");
    html.open("thead").open("tr");
    html.element("th", "Label", "scope", "col", "data-sort", "text");
    for (String name : List.of("Clips", "Precision", "Recall", "F1")) {
      html.element("th", name, "scope", "col", "data-sort", "number");
    }
    html.close().close().open("tbody");
    for (Row row : rows) {
      html.open("tr").element("th", row.label(), "scope", "row");
      html.element("td", Figures.count(row.support()));
      html.element("td", Figures.hundredths(row.precision()));
      html.element("td", Figures.hundredths(row.recall()));
      html.open("td", "class", "meter");
      html.open("i", "style", "--v:" + (Double.isNaN(row.f1()) ? 0 : row.f1())).close();
      html.element("span", Figures.hundredths(row.f1())).close().close();
    }
    html.close().close().close();
    html.element(
        "p",
        "Precision: of the clips given the label, how many carry it. Recall: of the clips that"
            + " carry it, how many were given it. F1: their harmonic mean.",
        "class",
        "note");
    html.close();
  }
}
