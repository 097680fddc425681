package dev.auricle.app;

import dev.auricle.learn.evaluation.PairedComparison;
import dev.auricle.learn.experiment.Comparison;
import dev.auricle.learn.experiment.RecipeResult;
import dev.auricle.learn.report.TuningPart;
import dev.auricle.learn.tuning.Trial;
import dev.auricle.learn.tuning.Tuning;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search for people and for programs.
 *
 * @param data that was searched on
 * @param comparison the recipe as it stood, and tuned
 * @param part the search
 * @param recipe where the best one was written
 * @param picture of the search
 * @param report null if none was written
 */
record TuningText(
    Path data,
    Comparison comparison,
    TuningPart part,
    Path recipe,
    Path picture,
    @Nullable Path report) {
  private static final int SHOWN = 5;

  /** The best trials of the last search, best first. */
  static TextTable trials(List<Trial> ranked, String metric) {
    TextTable table = new TextTable("settings", metric, "±", "s", "of the clips");
    for (Trial trial : ranked.subList(0, Math.min(SHOWN, ranked.size()))) {
      table.add(
          trial.values().toString(),
          String.format(Locale.ROOT, "%.4f", trial.score()),
          String.format(Locale.ROOT, "%.4f", trial.spread()),
          String.format(Locale.ROOT, "%.1f", trial.seconds()),
          String.format(Locale.ROOT, "%.0f %%", 100 * trial.share()));
    }
    return table;
  }

  String forPeople() {
    Tuning.Choice choice = part.choice();
    StringBuilder text = new StringBuilder("\n");
    text.append(trials(choice.trials(), part.metric())).append('\n');
    text.append(ComparisonText.table(comparison)).append('\n');
    text.append(
        String.format(
            Locale.ROOT,
            "nested: %s %.4f, on clips that no choice has seen: believe this one%n"
                + "naive:  %s %.4f, the best of %d while choosing: it flatters%n",
            part.metric(),
            part.nestedScore(),
            part.metric(),
            choice.naive(),
            choice.trials().size()));
    text.append("tuning gained ").append(gain()).append('\n');
    text.append("each fold's choice: ").append(part.nested().foldValues()).append('\n');
    text.append("picture of the search: ").append(picture).append('\n');
    if (report != null) {
      text.append("report: ").append(report).append('\n');
    }
    return text.append("wrote %s; try: auricle train %s -r %s%n".formatted(recipe, data, recipe))
        .toString();
  }

  private String gain() {
    List<RecipeResult> results = comparison.results();
    PairedComparison gain = PairedComparison.of(results.get(1).test(), results.get(0).test());
    return String.format(
        Locale.ROOT,
        "%+.1f points of accuracy, 95 %% interval %+.1f to %+.1f%s",
        100 * gain.difference(),
        100 * gain.interval().low(),
        100 * gain.interval().high(),
        gain.significant() ? "" : ": not clear");
  }

  /** The form that docs/json.md describes. */
  Map<String, Object> forPrograms(int resumed) {
    Tuning.Choice choice = part.choice();
    RecipeResult untuned = comparison.results().get(0);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("dataset", comparison.dataset().name());
    map.put(
        "protocol",
        ComparisonText.protocol(
            comparison.protocol(), comparison.dataset(), comparison.foldCount()));
    map.put("metric", part.metric());
    map.put("untuned", ComparisonText.result(untuned));
    map.put("nested", Scores.forPrograms(untuned.recipe().name(), part.nested().result().test()));
    map.put("naive", choice.naive());
    map.put("values", choice.values());
    map.put("foldValues", part.nested().foldValues());
    map.put("trials", List.copyOf(choice.trials()));
    map.put("resumed", resumed);
    map.put("recipe", recipe.toString());
    map.put("picture", picture.toString());
    map.put("report", report == null ? null : report.toString());
    return map;
  }
}
