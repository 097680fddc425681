package dev.auricle.learn.recipe;

import dev.auricle.learn.training.Settings;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a recipe's settings were chosen on, as a search writes it: its score there is that of the
 * best of many tries, and flatters.
 *
 * @param clips SHA-256, in hex, over the samples of the clips
 * @param metric that was maximised
 * @param nested its value on clips that no choice had seen
 */
public record ChosenOn(String clips, String metric, double nested) {
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
            section.text("metric", ""),
            nested == null ? Double.NaN : nested);
    section.done();
    return read;
  }

  /** A recipe's text with this in the place of what stood there. */
  public String in(String yaml) {
    String line =
        String.format(
            Locale.ROOT, "%s: {clips: %s, metric: %s, nested: %.4f}", KEY, clips, metric, nested);
    String without = yaml.replaceAll("(?m)^" + KEY + ":.*\\R?", "").stripTrailing();
    return without + "\n" + line + "\n";
  }
}
