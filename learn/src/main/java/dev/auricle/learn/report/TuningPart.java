package dev.auricle.learn.report;

import dev.auricle.learn.tuning.Metric;
import dev.auricle.learn.tuning.Trial;
import dev.auricle.learn.tuning.Tuning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A search over settings, for the report.
 *
 * @param metric what was made large, as {@link Metric#word}
 * @param nested what choosing is worth
 * @param choice the settings kept
 */
public record TuningPart(String metric, Tuning.Nested nested, Tuning.Choice choice) {
  private static final int SHOWN = 10;

  /** The metric on clips that no choice has seen. */
  public double nestedScore() {
    return Metric.of(metric).of(nested.result().test());
  }

  /** The trials as a picture draws them. */
  public List<TuningPicture.Trial> lines() {
    boolean halved = choice.trials().stream().anyMatch(trial -> trial.share() < 1);
    return choice.trials().stream()
        .map(trial -> new TuningPicture.Trial(settings(trial, halved), trial.score()))
        .toList();
  }

  private static Map<String, Object> settings(Trial trial, boolean halved) {
    Map<String, Object> settings = new LinkedHashMap<>(trial.values());
    if (halved) {
      settings.put("share of clips", trial.share());
    }
    return settings;
  }

  void write(Html html) {
    html.open("section", "id", "tuning").element("h2", "Tuning");
    html.element(
        "p",
        String.format(
            Locale.ROOT,
            "Nested: %s %.4f, on clips that no choice has seen. Naive: %.4f, the best of %d while"
                + " choosing on all clips, which flatters. Each line below is one of those: an axis"
                + " for each setting, and one for the score.",
            metric,
            nestedScore(),
            choice.naive(),
            choice.trials().size()),
        "class",
        "note");
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Search");
    html.trusted(TuningPicture.svg(lines(), metric)).close();
    table(html, "The best settings", "settings", metric);
    for (Trial trial : choice.trials().subList(0, Math.min(SHOWN, choice.trials().size()))) {
      row(
          html,
          words(settings(trial, trial.share() < 1)),
          "%.4f ± %.4f",
          trial.score(),
          trial.spread());
    }
    html.close().close().close();
    table(html, "What each fold's search chose", "fold: settings", "test accuracy");
    for (int f = 0; f < nested.foldValues().size(); f++) {
      var fold = nested.result().folds().get(f);
      String chosen = fold.fold().name() + ": " + words(nested.foldValues().get(f));
      row(html, chosen, "%.4f", fold.accuracy());
    }
    html.close().close().close();
    html.close();
  }

  private static void table(Html html, String name, String first, String second) {
    html.element("h3", name);
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", name);
    html.open("table").open("thead").open("tr");
    html.element("th", first, "scope", "col").element("th", second, "scope", "col");
    html.close().close().open("tbody");
  }

  private static void row(Html html, String name, String format, Object... numbers) {
    html.open("tr").element("th", name, "scope", "row");
    html.element("td", String.format(Locale.ROOT, format, numbers)).close();
  }

  private static String words(Map<String, Object> values) {
    return String.join(
        ", ", values.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList());
  }
}
