package dev.auricle.learn.report;

import dev.auricle.learn.evaluation.Evaluation.Interval;
import dev.auricle.learn.experiment.RecipeResult;

/** The recipes side by side in figures. */
final class ScoreTable {
  private ScoreTable() {}

  static void write(Html html, ReportContent content) {
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Scores");
    html.open("table", "class", "scores sortable");
    html.open("thead").open("tr");
    head(html, "Recipe", "", "text");
    head(html, "Accuracy", "%", "number");
    head(html, "95\u00a0% interval", "%", "none");
    head(html, "Macro F1", "%", "number");
    head(html, "Training", "%", "number");
    head(html, "Gap", "points", "number");
    head(html, "Fit", "s", "number");
    head(html, "A clip", "ms", "number");
    head(html, "Bundle", "MB", "number");
    html.close().close();
    html.open("tbody");
    for (int r : content.ranking()) {
      row(html, content, r);
    }
    html.close();
    html.open("tfoot").open("tr");
    html.element("th", "most frequent label, always", "scope", "row");
    html.element("td", Figures.hundredths(content.comparison().majority()));
    html.element("td", "", "colspan", "7").close().close();
    html.close().close();
    html.element(
        "p",
        "All on the same folds, pooled over the test clips. Gap: training accuracy less accuracy, red"
            + " above 10 points. Fit: all folds together; a clip: from samples to probabilities, one"
            + " thread.",
        "class",
        "note");
  }

  private static void head(Html html, String name, String unit, String sort) {
    html.open("th", "scope", "col", "data-sort", sort).text(name);
    if (!unit.isEmpty()) {
      html.text(" ").element("span", unit, "class", "unit");
    }
    html.close();
  }

  private static void row(Html html, ReportContent content, int r) {
    RecipeResult result = content.results().get(r);
    Interval interval = content.intervals().get(r);
    double accuracy = result.test().accuracy();
    html.open("tr", "class", r == content.best() ? "best" : "");
    html.open("th", "scope", "row").element("span", result.recipe().name(), "class", "name");
    html.element("span", result.recipe().summary(), "class", "summary").close();
    cell(html, Figures.hundredths(accuracy), "key");
    cell(html, Figures.interval(interval.low(), interval.high()), "range");
    cell(html, Figures.hundredths(result.test().macroF1()), "");
    cell(html, Figures.hundredths(result.trainAccuracy()), "");
    double gap = result.trainAccuracy() - accuracy;
    cell(html, Figures.hundredths(gap), gap > 0.1 ? "wide" : "");
    cell(html, Figures.three(result.fitSeconds()), "");
    cell(html, Figures.three(result.millisPerClip()), "");
    cell(html, Figures.three(result.bundleBytes() / 1e6), "");
    html.close();
  }

  private static void cell(Html html, String text, String kind) {
    html.element("td", text, "class", kind);
  }
}
