package dev.auricle.learn.report;

import dev.auricle.learn.evaluation.Predictions;
import dev.auricle.learn.experiment.RecipeResult;
import java.util.ArrayList;
import java.util.List;

/** One panel a recipe, behind tabs; all are open where scripts do not run. */
final class RecipePanels {
  private static final int ERRORS = 12;

  private RecipePanels() {}

  /**
   * Writes the panels.
   *
   * @param heard true where clips can be heard in the file
   */
  static void write(Html html, ReportContent content, boolean heard) {
    html.open("section", "id", "recipes").element("h2", "A closer look");
    if (content.results().size() > 1) {
      html.open("div", "class", "tabs", "role", "tablist", "aria-label", "Recipes");
      for (int r : content.ranking()) {
        boolean first = r == content.best();
        html.element(
            "button",
            content.results().get(r).recipe().name(),
            "type",
            "button",
            "role",
            "tab",
            "id",
            "tab-" + r,
            "aria-controls",
            "panel-" + r,
            "aria-selected",
            String.valueOf(first),
            "tabindex",
            first ? "0" : "-1");
      }
      html.close();
    }
    for (int r : content.ranking()) {
      panel(html, content, r, heard);
    }
    html.close();
  }

  private static void panel(Html html, ReportContent content, int r, boolean heard) {
    RecipeResult result = content.results().get(r);
    String name = result.recipe().name();
    if (content.results().size() > 1) {
      html.open(
          "div",
          "class",
          "panel",
          "role",
          "tabpanel",
          "id",
          "panel-" + r,
          "aria-labelledby",
          "tab-" + r);
    } else {
      html.open("div", "class", "panel", "id", "panel-" + r);
    }
    html.element("h3", name, "class", "panel-title");
    html.element("p", result.recipe().summary(), "class", "note");
    LearningCurves.write(html, result);
    Predictions predictions = result.test().predictions();
    if (!predictions.multiLabel()) {
      confusion(html, content, r, result.test().confusion(), heard);
    }
    errors(html, content, r);
    ClassTable.write(html, classes(predictions));
    Calibration.write(html, predictions);
    MoreScores.write(html, result.test());
    Importance.write(html, result);
    FoldTable.write(html, result);
    html.close();
  }

  private static void confusion(
      Html html, ReportContent content, int r, int[][] counts, boolean heard) {
    List<String> labels = content.labels();
    html.open("section", "class", "part").element("h3", "What is taken for what");
    html.element(
        "p",
        "Open a cell to %s its clips: click it, or reach it with Tab and the arrow keys and press Enter."
            .formatted(heard ? "hear" : "see"),
        "class",
        "note screen");
    html.open("div", "class", "beside");
    if (labels.size() <= ConfusionMatrix.MOST_LABELS) {
      ConfusionMatrix.write(html, labels, counts, r, content.results().get(r).recipe().name());
    }
    html.open("div");
    ConfusedPairs.write(html, labels, counts, r);
    html.close().close().close();
  }

  private static void errors(Html html, ReportContent content, int r) {
    List<ClipRow> errors = content.lists().get(r).errors();
    if (errors.isEmpty()) {
      return;
    }
    html.open("section", "class", "part").element("h3", "The surest errors");
    ClipRows.write(html, content, r, errors.subList(0, Math.min(ERRORS, errors.size())));
    html.close();
  }

  private static List<ClassTable.Row> classes(Predictions predictions) {
    List<ClassTable.Row> rows = new ArrayList<>();
    for (int k = 0; k < predictions.labels().size(); k++) {
      int right = 0;
      int carried = 0;
      int given = 0;
      for (int i = 0; i < predictions.size(); i++) {
        boolean carries = predictions.targets()[i][k] == 1;
        carried += carries ? 1 : 0;
        given += predictions.given(i, k) ? 1 : 0;
        right += carries && predictions.given(i, k) ? 1 : 0;
      }
      rows.add(ClassTable.Row.of(predictions.labels().get(k), right, carried, given));
    }
    return rows;
  }
}
