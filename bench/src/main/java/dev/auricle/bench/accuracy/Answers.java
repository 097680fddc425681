package dev.auricle.bench.accuracy;

import dev.auricle.learn.evaluation.Predictions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Predictions as a line of the {@link Journal} keeps them. */
final class Answers {
  private Answers() {}

  static Map<String, Object> write(Predictions predictions) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("labels", predictions.labels());
    entry.put("ids", predictions.ids());
    entry.put("groups", predictions.groups());
    entry.put("targets", predictions.targets());
    entry.put("probabilities", predictions.probabilities());
    entry.put("multiLabel", predictions.multiLabel());
    return entry;
  }

  static Predictions read(Map<?, ?> entry) {
    return new Predictions(
        words(entry, "labels"),
        words(entry, "ids"),
        words(entry, "groups"),
        rows(entry, "targets"),
        rows(entry, "probabilities"),
        Boolean.TRUE.equals(entry.get("multiLabel")));
  }

  private static List<String> words(Map<?, ?> entry, String key) {
    return list(entry.get(key)).stream().map(String::valueOf).toList();
  }

  private static float[][] rows(Map<?, ?> entry, String key) {
    return list(entry.get(key)).stream().map(Answers::row).toArray(float[][]::new);
  }

  private static float[] row(Object written) {
    List<?> numbers = list(written);
    float[] row = new float[numbers.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = numbers.get(i) instanceof Number number ? number.floatValue() : Float.NaN;
    }
    return row;
  }

  private static List<?> list(@Nullable Object written) {
    if (written instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException("expected a list, found " + written);
  }
}
