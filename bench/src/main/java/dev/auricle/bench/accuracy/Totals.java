package dev.auricle.bench.accuracy;

import dev.auricle.data.Protocol;
import dev.auricle.learn.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Sums over the folds of a row. */
final class Totals {
  private final Protocol protocol;
  private final List<Evaluation> folds = new ArrayList<>();
  private double train;
  private double seconds;
  private Object details = "";

  Totals(Protocol protocol) {
    this.protocol = protocol;
  }

  /** Adds a line of the {@link Journal}. */
  void add(Map<?, ?> entry) {
    if (!(entry.get("answers") instanceof Map<?, ?> answers)) {
      throw new IllegalArgumentException("no answers in " + entry.get("key"));
    }
    folds.add(new Evaluation(Answers.read(answers), protocol));
    train += number(entry, "trainAccuracy");
    seconds += number(entry, "processorSeconds");
    Object found = entry.get("details");
    details = found == null ? "" : found;
  }

  private static double number(Map<?, ?> entry, String key) {
    return entry.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  String line() {
    Evaluation all = Evaluation.pooled(folds);
    int clips = all.predictions().size();
    Evaluation.Interval interval = all.accuracyInterval();
    String each =
        folds.stream()
            .map(fold -> String.format(Locale.ROOT, "%.2f", 100 * fold.accuracy()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%d folds: %d of %d = %.2f %% (%.1f-%.1f by %s; %s), macro F1 %.4f, train %.2f %%,"
            + " %.1f processor minutes, %s",
        folds.size(),
        Math.round(all.accuracy() * clips),
        clips,
        100 * all.accuracy(),
        100 * interval.low(),
        100 * interval.high(),
        interval.unit(),
        each,
        all.macroF1(),
        100 * train / folds.size(),
        seconds / 60,
        details);
  }
}
