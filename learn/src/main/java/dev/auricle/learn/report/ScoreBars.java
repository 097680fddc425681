package dev.auricle.learn.report;

import dev.auricle.learn.evaluation.Evaluation.Interval;
import dev.auricle.learn.experiment.FoldResult;
import dev.auricle.learn.experiment.RecipeResult;

/**
 * Accuracy on training clips above accuracy on the others, the gap between them hatched, so that a
 * model that learnt its clips by heart is seen at a glance.
 *
 * <p>The bars' widths are percentages, so that the text keeps its size on a narrow screen.
 */
final class ScoreBars {
  private static final int HEIGHT = 44;

  private ScoreBars() {}

  static void write(Html html, ReportContent content) {
    html.open("figure", "class", "bars");
    hatch(html);
    legend(html, content);
    for (int r : content.ranking()) {
      row(html, content, r);
    }
    axis(html);
    html.close();
  }

  /** The pattern that the gaps are filled with. */
  private static void hatch(Html html) {
    html.open("svg", "class", "hatch", "aria-hidden", "true").open("defs");
    html.open(
        "pattern",
        "id",
        "hatch",
        "width",
        "5",
        "height",
        "5",
        "patternUnits",
        "userSpaceOnUse",
        "patternTransform",
        "rotate(45)");
    html.leaf("path", "d", "M2.5 0V5").close().close().close();
  }

  private static void legend(Html html, ReportContent content) {
    html.open("figcaption", "class", "legend");
    key(html, "test", "clips not fitted on");
    key(html, "interval", "95\u00a0% interval");
    key(html, "train", "training clips");
    key(html, "gap", "gap: learnt by heart");
    if (content.comparison().foldCount() > 1) {
      key(html, "dot", "each fold");
    }
    key(html, "majority", "most frequent label, always");
    html.close();
  }

  private static void key(Html html, String kind, String words) {
    html.open("span", "class", "key").open("i", "class", "swatch " + kind).close();
    html.text(words).close();
  }

  private static void row(Html html, ReportContent content, int r) {
    RecipeResult result = content.results().get(r);
    Interval interval = content.intervals().get(r);
    double test = result.test().accuracy();
    double train = result.trainAccuracy();
    html.open("div", "class", "bar");
    html.element("span", result.recipe().name(), "class", "name");
    html.open(
        "svg",
        "height",
        String.valueOf(HEIGHT),
        "role",
        "img",
        "aria-label",
        "%s: %s on clips not fitted on, 95 %% interval %s; %s on training clips"
            .formatted(
                result.recipe().name(),
                Figures.percent(test),
                Figures.interval(interval.low(), interval.high()),
                Figures.percent(train)));
    if (!Double.isNaN(train)) {
      rect(html, "train", 0, train, 6, 7);
      if (train > test) {
        rect(html, "gap", test, train, 13, 17);
      }
    }
    rect(html, "test", 0, test, 13, 17);
    line(html, "majority", content.comparison().majority(), content.comparison().majority(), 2, 38);
    line(html, "halo", interval.low(), interval.high(), 21.5, 21.5);
    line(html, "whisker", interval.low(), interval.high(), 21.5, 21.5);
    line(html, "whisker", interval.low(), interval.low(), 17, 26);
    line(html, "whisker", interval.high(), interval.high(), 17, 26);
    if (result.folds().size() > 1) {
      for (FoldResult fold : result.folds()) {
        html.open("circle", "class", "fold", "cx", x(fold.accuracy()), "cy", "36", "r", "2.5");
        html.element("title", fold.fold().name() + ": " + Figures.percent(fold.accuracy()));
        html.close();
      }
    }
    html.close();
    html.open("span", "class", "value").element("b", Figures.percent(test));
    if (!Double.isNaN(train)) {
      html.element("small", "gap " + Figures.hundredths(train - test));
    }
    html.close().close();
  }

  private static void axis(Html html) {
    html.open("div", "class", "bar axis", "aria-hidden", "true").open("span").close();
    html.open("svg", "height", "22");
    for (int tick = 0; tick <= 100; tick += 20) {
      line(html, "tick", tick / 100.0, tick / 100.0, 0, 5);
      String anchor = tick == 0 ? "start" : tick == 100 ? "end" : "middle";
      html.element(
          "text",
          tick + (tick == 100 ? "\u00a0%" : ""),
          "x",
          tick + "%",
          "y",
          "18",
          "text-anchor",
          anchor);
    }
    html.close().open("span").close().close();
  }

  private static void rect(
      Html html, String kind, double from, double to, double top, double height) {
    html.leaf(
        "rect",
        "class",
        kind,
        "x",
        x(from),
        "width",
        x(to - from),
        "y",
        String.valueOf(top),
        "height",
        String.valueOf(height));
  }

  private static void line(
      Html html, String kind, double from, double to, double top, double bottom) {
    html.leaf(
        "line",
        "class",
        kind,
        "x1",
        x(from),
        "x2",
        x(to),
        "y1",
        String.valueOf(top),
        "y2",
        String.valueOf(bottom));
  }

  private static String x(double share) {
    return Math.round(share * 100_000) / 1000.0 + "%";
  }
}
