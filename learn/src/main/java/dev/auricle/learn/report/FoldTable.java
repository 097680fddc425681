package dev.auricle.learn.report;

import dev.auricle.learn.experiment.FoldResult;
import dev.auricle.learn.experiment.RecipeResult;
import java.util.Map;
import java.util.stream.Collectors;

/** Each fold's own figures. */
final class FoldTable {
  private FoldTable() {}

  static void write(Html html, RecipeResult result) {
    if (result.folds().isEmpty()) {
      return;
    }
    html.open("details", "class", "part").element("summary", "Fold by fold");
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Folds");
    html.open("table", "class", "folds").open("thead").open("tr");
    for (String name :
        new String[] {"Fold", "Clips", "Accuracy", "Training", "Fitted on", "Details"}) {
      html.element("th", name, "scope", "col");
    }
    html.close().close().open("tbody");
    for (FoldResult fold : result.folds()) {
      html.open("tr").element("th", fold.fold().name(), "scope", "row");
      html.element("td", Figures.count(fold.fold().test().length));
      html.element("td", Figures.hundredths(fold.accuracy()));
      html.element("td", Figures.hundredths(fold.trainAccuracy()));
      html.element("td", Figures.count(fold.fold().train().length));
      html.element("td", details(fold.details()), "class", "words").close();
    }
    html.close().close().close().close();
  }

  private static String details(Map<String, Object> details) {
    return details.entrySet().stream()
        .map(e -> e.getKey() + " " + figure(e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String figure(Object value) {
    return value instanceof Double number ? Figures.three(number) : String.valueOf(value);
  }
}
