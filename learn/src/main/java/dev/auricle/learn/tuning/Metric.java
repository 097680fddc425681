package dev.auricle.learn.tuning;

import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.signal.AuricleException;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What a search makes as large as it can. */
public enum Metric {
  ACCURACY("accuracy", Evaluation::accuracy),
  MACRO_F1("macroF1", Evaluation::macroF1);

  private final String word;
  private final ToDoubleFunction<Evaluation> value;

  Metric(String word, ToDoubleFunction<Evaluation> value) {
    this.word = word;
    this.value = value;
  }

  /** The name that {@link #of} reads. */
  public String word() {
    return word;
  }

  public double of(Evaluation evaluation) {
    return value.applyAsDouble(evaluation);
  }

  /** The metric of that name. */
  public static Metric of(String word) {
    for (Metric metric : values()) {
      if (metric.word.equalsIgnoreCase(word)) {
        return metric;
      }
    }
    throw new AuricleException(
        "no metric '"
            + word
            + "'; there are "
            + Arrays.stream(values()).map(Metric::word).collect(Collectors.joining(", ")));
  }
}
