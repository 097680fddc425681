package dev.auricle.learn.recipe;

import dev.auricle.learn.training.Settings;
import dev.auricle.signal.AuricleException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How long clips are made, as a recipe's {@code seconds} says: a number, {@code none} (each keeps
 * its own length), or {@code auto} (long enough for 95 % of the training clips, after trimming).
 *
 * @param fixedSeconds the number; null for the others
 * @param automatic true for {@code auto}
 * @param maxSeconds the most that {@code auto} chooses ({@code max-seconds})
 */
public record LengthRule(@Nullable Double fixedSeconds, boolean automatic, double maxSeconds) {
  private static final double PERCENTILE = 0.95;
  private static final double SHORTEST = 0.25;

  /** Reads {@code seconds} and {@code max-seconds}. */
  static LengthRule from(Settings preparation) {
    double max = preparation.number("max-seconds", 10, 0.05, 600);
    String text = preparation.text("seconds", "auto");
    return switch (text) {
      case "auto" -> new LengthRule(null, true, max);
      case "none" -> new LengthRule(null, false, max);
      default -> new LengthRule(preparation.number("seconds", 1, 0.05, 600), false, max);
    };
  }

  /**
   * The length for a training part; null to keep each clip's own.
   *
   * <p>{@code auto} is rounded up to two digits (0.1 s from 1 s on, 0.05 s below), so that folds of
   * one dataset mostly agree.
   *
   * @param trainingSeconds lengths of the training clips, after trimming
   */
  public @Nullable Double resolve(double[] trainingSeconds) {
    if (!automatic) {
      return fixedSeconds;
    }
    if (trainingSeconds.length == 0) {
      throw new AuricleException("no training clip to take the length from");
    }
    double[] sorted = trainingSeconds.clone();
    Arrays.sort(sorted);
    double long95 = sorted[(int) Math.ceil(PERCENTILE * sorted.length) - 1];
    double step = long95 < 1 ? 0.05 : 0.1;
    double rounded = Math.ceil(long95 / step - 1e-6) * step;
    double clamped = Math.max(SHORTEST, Math.min(maxSeconds, rounded));
    return Math.round(clamped * 1000) / 1000.0;
  }
}
