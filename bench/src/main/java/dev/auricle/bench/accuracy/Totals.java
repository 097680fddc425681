package dev.auricle.bench.accuracy;

import java.util.Locale;
import java.util.Map;

/** Sums over the folds of a row. */
final class Totals {
  private int folds;
  private double hits;
  private double clips;
  private double train;
  private double seconds;
  private Object details = "";

  /** Adds a line of the {@link Journal}. */
  void add(Map<?, ?> entry) {
    double tested = number(entry, "testClips");
    folds++;
    clips += tested;
    hits += Math.rint(number(entry, "accuracy") * tested);
    train += number(entry, "trainAccuracy");
    seconds += number(entry, "processorSeconds");
    Object found = entry.get("details");
    details = found == null ? "" : found;
  }

  private static double number(Map<?, ?> entry, String key) {
    return entry.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%d folds: %.0f of %.0f = %.2f %%, train %.2f %%, %.1f processor minutes, %s",
        folds,
        hits,
        clips,
        100 * hits / clips,
        100 * train / folds,
        seconds / 60,
        details);
  }
}
