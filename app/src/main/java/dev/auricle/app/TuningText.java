package dev.auricle.app;

import dev.auricle.learn.evaluation.PairedComparison;
import dev.auricle.learn.experiment.Comparison;
import dev.auricle.learn.experiment.RecipeResult;
import dev.auricle.learn.report.TuningPart;
import dev.auricle.learn.tuning.Trial;
import dev.auricle.learn.tuning.Tuning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search for people and for programs.
 *
 * @param data that was searched on
 * @param untuned the recipe, as the user names it
 * @param comparison the recipe as it stood, and tuned
 * @param part the search
 * @param recipe where the best one was written
 * @param picture of the search
 * @param report null if none was written
 */
record TuningText(
    Path data,
    String untuned,
    Comparison comparison,
    TuningPart part,
    Path recipe,
    Path picture,
    @Nullable Path report) {
  private static final int SHOWN = 5;

  /** The best trials of the last search, best first; their shares where not all are whole. */
  static TextTable trials(List<Trial> ranked, String metric) {
    List<Trial> shown = ranked.subList(0, Math.min(SHOWN, ranked.size()));
    boolean halved = shown.stream().anyMatch(trial -> trial.share() < 1);
    List<String> head = new ArrayList<>(List.of("settings", metric, "±", "s"));
    if (halved) {
      head.add("of the clips");
    }
    TextTable table = new TextTable(head.toArray(String[]::new));
    for (Trial trial : shown) {
      List<String> row = new ArrayList<>();
      row.add(trial.values().toString());
      row.add(String.format(Locale.ROOT, "%.4f", trial.score()));
      row.add(String.format(Locale.ROOT, "%.4f", trial.spread()));
      row.add(String.format(Locale.ROOT, "%.1f", trial.seconds()));
      if (halved) {
        row.add(String.format(Locale.ROOT, "%.0f %%", 100 * trial.share()));
      }
      table.add(row.toArray(String[]::new));
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
    List<RecipeResult> results = comparison.results();
    PairedComparison gain = PairedComparison.of(results.get(1).test(), results.get(0).test());
    text.append("tuning gained ").append(words(gain)).append('\n');
    text.append("each fold's choice: ").append(part.nested().foldValues()).append('\n');
    text.append("picture of the search: ").append(picture).append('\n');
    if (report != null) {
      text.append("report: ").append(report).append('\n');
    }
    return text.append(advice(data, untuned, recipe, gain)).toString();
  }

  /** The tuned recipe where it is clearly better, the one as it stood where that is. */
  static String advice(Path data, String untuned, Path recipe, PairedComparison gain) {
    String tuned = "auricle train %s -r %s".formatted(data, recipe);
    String original = "auricle train %s -r %s".formatted(data, untuned);
    if (gain.significant() && gain.difference() > 0) {
      return "wrote %s; try: %s%n".formatted(recipe, tuned);
    }
    if (gain.significant()) {
      return "wrote %s, which is clearly worse than %s: keep the original: %s%n"
          .formatted(recipe, untuned, original);
    }
    return "wrote %s, which is not clearly better than %s; try either:%n  %s%n  %s%n"
        .formatted(recipe, untuned, tuned, original);
  }

  private static String words(PairedComparison gain) {
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
    RecipeResult before = comparison.results().get(0);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("dataset", comparison.dataset().name());
    map.put(
        "protocol",
        ComparisonText.protocol(
            comparison.protocol(), comparison.dataset(), comparison.foldCount()));
    map.put("metric", part.metric());
    map.put("untuned", ComparisonText.result(before));
    map.put("nested", Scores.forPrograms(before.recipe().name(), part.nested().result().test()));
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
