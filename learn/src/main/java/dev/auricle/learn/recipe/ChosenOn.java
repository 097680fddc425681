package dev.auricle.learn.recipe;

import dev.auricle.learn.training.Settings;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a recipe's settings were chosen on, as a search writes it: its score there is that of the
 * best of many tries, and flatters.
 *
 * @param clips SHA-256, in hex, over the samples of the clips
 * @param number of the clips; 0 where it is not known
 * @param dataset they are of; empty where it is not known
 * @param metric that was maximised
 * @param nested its value on clips that no choice had seen
 */
public record ChosenOn(String clips, int number, String dataset, String metric, double nested) {
  private static final String KEY = "chosen-on";

  /** Reads the section; null where there is none. */
  static @Nullable ChosenOn from(Settings top) {
    Settings section = top.section(KEY).orElse(null);
    if (section == null) {
      return null;
    }
    Double nested = section.optionalNumber("nested", -1e6, 1e6);
    ChosenOn read =
        new ChosenOn(
            section.text("clips", ""),
            section.integer("number", 0, 0, Integer.MAX_VALUE),
            section.text("dataset", ""),
            section.text("metric", ""),
            nested == null ? Double.NaN : nested);
    section.done();
    return read;
  }

  /**
   * Why a score may be too good.
   *
   * @param recipe its name
   * @param judged SHA-256 over the samples of the clips it is judged on
   */
  public String finding(String recipe, String judged) {
    if (clips.equals(judged)) {
      return String.format(
          Locale.ROOT,
          "the settings of %s were chosen on these clips, so that its score flatters: on clips that"
              + " no choice had seen, %s was %.4f",
          recipe,
          metric,
          nested);
    }
    return String.format(
        Locale.ROOT,
        "the settings of %s were chosen on %s: those of them that are among these clips are judged"
            + " too well (on clips that no choice had seen, %s was %.4f)",
        recipe,
        number == 0 ? "other clips" : "%d clips of %s".formatted(number, dataset),
        metric,
        nested);
  }

  /** A recipe's text with this in the place of what stood there. */
  public String in(String yaml) {
    String line =
        String.format(
            Locale.ROOT,
            "%s: {clips: %s, number: %d, dataset: '%s', metric: %s, nested: %.4f}",
            KEY,
            clips,
            number,
            dataset.replace("'", "''"),
            metric,
            nested);
    String without = yaml.replaceAll("(?m)^" + KEY + ":.*\\R?", "").stripTrailing();
    return without + "\n" + line + "\n";
  }
}
