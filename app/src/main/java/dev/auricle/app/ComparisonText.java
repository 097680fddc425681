package dev.auricle.app;

import dev.auricle.data.Dataset;
import dev.auricle.data.Protocol;
import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.learn.evaluation.Optimism;
import dev.auricle.learn.evaluation.PairedComparison;
import dev.auricle.learn.experiment.Comparison;
import dev.auricle.learn.experiment.RecipeResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A comparison for people and for programs. */
final class ComparisonText {
  /** More recipes than this, and only the best one's folds are printed. */
  private static final int MANY = 4;

  private ComparisonText() {}

  /** A row for each recipe. */
  static TextTable table(Comparison comparison) {
    TextTable table =
        new TextTable(
            "recipe",
            "accuracy",
            "95 % interval",
            "macro F1",
            "train",
            "gap",
            "to best",
            "fit s",
            "ms/clip",
            "MB");
    for (RecipeResult r : comparison.results()) {
      Evaluation.Interval ci = r.test().accuracyInterval();
      table.add(
          r.recipe().name(),
          percent(r.test().accuracy()),
          percent(ci.low()) + " - " + percent(ci.high()),
          String.format(Locale.ROOT, "%.3f", r.test().macroF1()),
          percent(r.trainAccuracy()),
          Double.isNaN(r.gap()) ? "-" : String.format(Locale.ROOT, "%+.1f", 100 * r.gap()),
          toBest(comparison, r),
          String.format(Locale.ROOT, "%.1f", r.fitSeconds()),
          String.format(Locale.ROOT, "%.2f", r.millisPerClip()),
          String.format(Locale.ROOT, "%.2f", r.bundleBytes() / 1e6));
    }
    return table;
  }

  /** The table, what its columns mean, and the best recipe's confusions. */
  static String forPeople(Comparison comparison) {
    StringBuilder text = new StringBuilder(table(comparison).toString());
    RecipeResult best = best(comparison);
    Evaluation first = comparison.results().get(0).test();
    text.append(
        String.format(
            Locale.ROOT,
            "majority baseline %s (always guessing the most frequent label); %d test clips%n",
            percent(comparison.majority()),
            first.predictions().size()));
    text.append(protocol(comparison)).append('\n');
    comparison.findings().forEach(each -> text.append("careful: ").append(each).append('\n'));
    for (RecipeResult r : comparison.results()) {
      if (r.folds().size() > 1 && (comparison.results().size() <= MANY || r == best)) {
        text.append(r.recipe().name()).append(" by fold: ");
        text.append(String.join(", ", r.folds().stream().map(f -> percent(f.accuracy())).toList()));
        text.append('\n');
      }
    }
    for (RecipeResult r : comparison.results()) {
      text.append(optimism(r));
    }
    boolean several = first.predictions().multiLabel();
    for (RecipeResult r : comparison.results()) {
      if (several || comparison.results().size() == 1) {
        text.append(comparison.results().size() == 1 ? "" : r.recipe().name() + ", ");
        text.append(Scores.forPeople(r.test()));
      }
    }
    if (several) {
      text.append("a clip counts as right where it is given exactly the labels it carries\n");
      if (first.predictions().thresholds().length == 0) {
        text.append("labels are given from probability 0.5 on; --thresholds fits each its own\n");
      }
      withoutThreshold(comparison).forEach(line -> text.append(line).append('\n'));
    }
    String confusion = ConfusionText.of(best.test());
    if (!confusion.isEmpty()) {
      text.append('\n').append(best.recipe().name()).append(", what was taken for what:\n");
      text.append(confusion);
    }
    return text.toString();
  }

  /** A line for each recipe of which {@code --thresholds} could fit some labels none. */
  private static List<String> withoutThreshold(Comparison comparison) {
    return comparison.results().stream()
        .filter(result -> !result.withoutThreshold().isEmpty())
        .map(
            result ->
                "%s: too rare or too little told apart to fit a threshold to, and given from probability 0.5 on: %s"
                    .formatted(
                        result.recipe().name(), String.join(", ", result.withoutThreshold())))
        .toList();
  }

  private static String toBest(Comparison comparison, RecipeResult one) {
    Evaluation best = best(comparison).test();
    if (one.test() == best || !one.test().predictions().ids().equals(best.predictions().ids())) {
      return "-";
    }
    PairedComparison difference = PairedComparison.of(one.test(), best);
    return String.format(
        Locale.ROOT,
        "%+.1f%s",
        100 * difference.difference(),
        difference.significant() ? " *" : "  ");
  }

  private static String protocol(Comparison comparison) {
    String unit = comparison.results().get(0).test().accuracyInterval().unit();
    return "protocol: "
        + comparison.protocol().describe(comparison.dataset())
        + "; intervals "
        + (unit.equals("group")
            ? "by bootstrap over " + comparison.dataset().groupName() + "s"
            : comparison.dataset().grouped()
                ? "of clips as if independent (fewer than five groups): too narrow"
                : "by Wilson's formula")
        + "; train and gap in accuracy on the clips fitted on, and that minus the test accuracy"
        + (comparison.results().size() > 1
            ? "; to best: points from the most accurate, * where the 95 % interval of the paired"
                + " difference leaves out zero"
            : "");
  }

  private static String optimism(RecipeResult result) {
    Optimism optimism = result.optimism();
    return optimism == null
        ? ""
        : String.format(
            Locale.ROOT,
            "optimism of %s: %+.1f points: clips dealt at random would have promised %s, not %s%n",
            result.recipe().name(),
            100 * optimism.difference(),
            percent(optimism.random()),
            percent(optimism.grouped()));
  }

  /** The recipe with the best accuracy. */
  static RecipeResult best(Comparison comparison) {
    return comparison.results().stream()
        .max(Comparator.comparingDouble(r -> r.test().accuracy()))
        .orElseThrow();
  }

  /** The stable JSON form that docs/json.md describes. */
  static Map<String, Object> forPrograms(Comparison comparison) {
    Dataset dataset = comparison.dataset();
    Protocol protocol = comparison.protocol();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("dataset", dataset.name());
    map.put("layout", dataset.layout());
    map.put("clips", dataset.examples().size());
    map.put("labels", dataset.labels());
    map.put("protocol", protocol(protocol, dataset, comparison.foldCount()));
    map.put("results", comparison.results().stream().map(ComparisonText::result).toList());
    map.put("findings", comparison.findings());
    List<String> warnings = new ArrayList<>(dataset.warnings());
    warnings.addAll(withoutThreshold(comparison));
    map.put("warnings", warnings);
    return map;
  }

  static Map<String, Object> protocol(Protocol protocol, Dataset dataset, int folds) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", protocol.kind().word());
    map.put("groups", dataset.groupName());
    map.put("folds", folds);
    map.put("seed", protocol.seed());
    map.put("words", protocol.words());
    map.put("described", protocol.describe(dataset));
    return map;
  }

  static Map<String, Object> result(RecipeResult r) {
    Map<String, Object> map = Scores.forPrograms(r.recipe().name(), r.test());
    map.put("foldAccuracy", r.folds().stream().map(f -> f.accuracy()).toList());
    map.put("trainAccuracy", Double.isNaN(r.trainAccuracy()) ? null : r.trainAccuracy());
    map.put("fitSeconds", r.fitSeconds());
    map.put("millisPerClip", r.millisPerClip());
    map.put("bundleBytes", r.bundleBytes());
    map.put("randomSplitAccuracy", r.optimism() == null ? null : r.optimism().random());
    map.put("optimism", r.optimism() == null ? null : r.optimism().difference());
    map.put("importance", r.lostWithout());
    map.put("bundle", r.bundle() == null ? null : r.bundle().toString());
    return map;
  }

  static String percent(double share) {
    if (Double.isNaN(share)) {
      return "-";
    }
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
