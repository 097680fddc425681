package dev.auricle.learn.experiment;

import dev.auricle.learn.evaluation.PairedComparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Which of several recipes to use, in one sentence: the fastest of those that are not clearly worse
 * than the most accurate. Clearly: the 95 % interval of the paired difference leaves out zero.
 */
public final class Advice {
  /** Less than this many times as fast is within what two measurements differ by. */
  private static final double MUCH = 1.3;

  private Advice() {}

  /** The sentence; empty where there is nothing to choose from. */
  public static String of(Comparison comparison) {
    List<RecipeResult> ranked = new ArrayList<>(comparison.results());
    ranked.sort(Comparator.comparingDouble(result -> -result.test().accuracy()));
    if (ranked.size() < 2 || ranked.stream().anyMatch(r -> !ids(r).equals(ids(ranked.get(0))))) {
      return "";
    }
    RecipeResult best = ranked.get(0);
    List<RecipeResult> asGood = new ArrayList<>();
    for (RecipeResult other : ranked.subList(1, ranked.size())) {
      if (!PairedComparison.of(best.test(), other.test()).significant()) {
        asGood.add(other);
      }
    }
    RecipeResult quickest =
        asGood.stream()
            .filter(other -> MUCH * other.millisPerClip() < best.millisPerClip())
            .min(Comparator.comparingDouble(RecipeResult::millisPerClip))
            .orElse(best);
    if (quickest != best) {
      return String.format(
          Locale.ROOT,
          "Use %s: it is not clearly worse than %s (%s) and %.1f times as fast.",
          name(quickest),
          name(best),
          behind(best, quickest),
          best.millisPerClip() / quickest.millisPerClip());
    }
    RecipeResult second = ranked.get(1);
    return asGood.isEmpty()
        ? "Use %s: it is clearly the most accurate (%s is %s)."
            .formatted(name(best), name(second), behind(best, second))
        : "Use %s: the most accurate, though not clearly (%s is %s), and none as good is much quicker."
            .formatted(name(best), name(second), behind(best, second));
  }

  private static List<String> ids(RecipeResult result) {
    return result.test().predictions().ids();
  }

  private static String name(RecipeResult result) {
    return result.recipe().name();
  }

  private static String behind(RecipeResult best, RecipeResult other) {
    PairedComparison difference = PairedComparison.of(best.test(), other.test());
    return String.format(
        Locale.ROOT,
        "%.1f points behind, 95 %% interval %.1f to %.1f",
        100 * difference.difference(),
        100 * difference.interval().low(),
        100 * difference.interval().high());
  }
}
