package dev.auricle.learn.report;

import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.learn.evaluation.Evaluation.Interval;
import dev.auricle.learn.evaluation.Optimism;
import dev.auricle.learn.evaluation.PairedComparison;
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
    if (content.results().size() > 1) {
      head(html, "To the best", "points", "number");
    }
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
    html.element("td", "", "colspan", content.results().size() > 1 ? "8" : "7").close().close();
    html.close().close();
    html.element(
        "p",
        "All on the same folds, pooled over the test clips. To the best: difference and its 95 %"
            + " interval, clip by clip; not clear where the interval holds zero. Gap: training accuracy less accuracy, red"
            + " above 10 points. Fit: all folds together; a clip: from samples to probabilities, one"
            + " thread.",
        "class",
        "note");
    for (int r : content.ranking()) {
      optimism(html, content.results().get(r));
    }
  }

  private static void optimism(Html html, RecipeResult result) {
    Optimism optimism = result.optimism();
    if (optimism != null) {
      html.element(
          "p",
          "Optimism of %s: %s points. With clips dealt at random, groups torn apart, it would have scored %s."
              .formatted(
                  result.recipe().name(),
                  Figures.hundredths(optimism.difference()),
                  Figures.percent(optimism.random())),
          "class",
          "note");
    }
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
    if (content.results().size() > 1) {
      toTheBest(html, content, r);
    }
    cell(html, Figures.hundredths(result.test().macroF1()), "");
    cell(html, Figures.hundredths(result.trainAccuracy()), "");
    double gap = result.trainAccuracy() - accuracy;
    cell(html, Figures.hundredths(gap), gap > 0.1 ? "wide" : "");
    cell(html, Figures.three(result.fitSeconds()), "");
    cell(html, Figures.three(result.millisPerClip()), "");
    cell(html, Figures.three(result.bundleBytes() / 1e6), "");
    html.close();
  }

  private static void toTheBest(Html html, ReportContent content, int r) {
    Evaluation best = content.results().get(content.best()).test();
    Evaluation one = content.results().get(r).test();
    if (r == content.best() || !one.predictions().ids().equals(best.predictions().ids())) {
      cell(html, "–", "range");
      return;
    }
    PairedComparison difference = PairedComparison.of(one, best);
    html.open("td", "class", "difference").text(Figures.hundredths(difference.difference()));
    html.element(
        "span",
        "%s to %s%s"
            .formatted(
                Figures.hundredths(difference.interval().low()),
                Figures.hundredths(difference.interval().high()),
                difference.significant() ? "" : ", not clear"),
        "title",
        "95 %% interval of the difference, clip by clip. Right on this recipe's side alone: %d"
                .formatted(difference.onlyFirst())
            + " clips; on the best's alone: %d; McNemar's exact p = %s"
                .formatted(difference.onlySecond(), Figures.three(difference.mcNemar())));
    html.close();
  }

  private static void cell(Html html, String text, String kind) {
    html.element("td", text, "class", kind);
  }
}
