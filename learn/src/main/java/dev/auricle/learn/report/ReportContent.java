package dev.auricle.learn.report;

import dev.auricle.learn.evaluation.Evaluation.Interval;
import dev.auricle.learn.evaluation.Predictions;
import dev.auricle.learn.experiment.Comparison;
import dev.auricle.learn.experiment.RecipeResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A comparison, and what several parts of the report need to know of it.
 *
 * @param comparison what is reported
 * @param intervals of the accuracies, in the order of the results
 * @param lists the clips to look into, one list a recipe, and behind them the doubtful labels
 * @param ranking indices of the results, the most accurate first
 */
record ReportContent(
    Comparison comparison, List<Interval> intervals, List<ClipList> lists, List<Integer> ranking) {
  private static final int DOUBTS = 12;

  /** More rows than this, and each pair of labels shows its first ones only. */
  private static final int MANY_ROWS = 20_000;

  private static final int PER_PAIR = 40;

  static ReportContent of(Comparison comparison) {
    List<RecipeResult> results = comparison.results();
    if (results.isEmpty()) {
      throw new IllegalArgumentException("a report needs at least one recipe's result, found none");
    }
    List<Predictions> predictions = results.stream().map(r -> r.test().predictions()).toList();
    int rows = predictions.stream().mapToInt(Predictions::size).sum();
    int perPair = rows > MANY_ROWS ? PER_PAIR : Integer.MAX_VALUE;
    List<ClipList> lists = new ArrayList<>();
    for (RecipeResult result : results) {
      lists.add(ClipList.of(result.recipe().name(), result.test().predictions(), perPair));
    }
    boolean multiLabel = predictions.get(0).multiLabel();
    lists.add(
        new ClipList(
            "all recipes", multiLabel ? List.of() : LabelDoubts.find(predictions, DOUBTS)));
    return new ReportContent(
        comparison,
        results.stream().map(r -> r.test().accuracyInterval()).toList(),
        List.copyOf(lists),
        IntStream.range(0, results.size())
            .boxed()
            .sorted(Comparator.comparingDouble(r -> -results.get(r).test().accuracy()))
            .toList());
  }

  List<RecipeResult> results() {
    return comparison.results();
  }

  /** Index of the most accurate recipe; of equals, the first. */
  int best() {
    return ranking.get(0);
  }

  /** The label set of the predictions. */
  List<String> labels() {
    return results().get(0).test().predictions().labels();
  }

  /** The doubtful labels, which stand behind the recipes' lists. */
  ClipList doubts() {
    return lists.get(lists.size() - 1);
  }

  /** What the dataset calls a group; {@code clip} where every clip is its own. */
  String groupNoun() {
    return comparison.dataset().groupName();
  }
}
