package dev.auricle.app;

import dev.auricle.learn.evaluation.AnswerSettings;
import dev.auricle.learn.evaluation.AnswerSettings.Correction;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is fitted behind a model, as a recipe's {@code answers} section says it too. */
final class AnswerOptions {
  @Option(
      names = "--calibrate",
      paramLabel = "HOW",
      description =
          "Make probabilities mean what they say: temperature, or isotonic (from some "
              + "hundred clips a label on). Fitted on folds inside the training part, which fits "
              + "the model once more for each.")
  @Nullable Correction calibration;

  @Option(
      names = "--thresholds",
      description =
          "Fit a least probability for each label; below it the answer is 'unknown'. Where "
              + "clips carry several labels: the threshold of each label's best F1. Costs the "
              + "same fits as --calibrate.")
  boolean thresholds;

  @Option(
      names = "--precision",
      paramLabel = "P",
      description = "Share of answers that --thresholds shall make right (default: 0.95).")
  @Nullable Double precision;

  /** The recipe with these options written into it. */
  Recipe applied(Recipe recipe, String nameOrPath, CommandLine command) {
    if (precision != null && !thresholds) {
      throw new ParameterException(command, "--precision says nothing without --thresholds");
    }
    if (calibration == null && !thresholds) {
      return recipe;
    }
    double share = precision == null ? AnswerSettings.NONE.precision() : precision;
    if (!(share > 0 && share <= 1)) {
      throw new ParameterException(
          command, "--precision is " + share + ", expected a share above 0, at most 1");
    }
    if (recipe.answers().asked()) {
      throw new ParameterException(
          command,
          "recipe "
              + recipe.name()
              + " says itself how its answers are fitted; change its 'answers' section instead of"
              + " giving --calibrate or --thresholds");
    }
    Correction chosen = calibration == null ? Correction.NONE : calibration;
    String section =
        "%nanswers:%n  calibration: %s%n  thresholds: %s%n  precision: %s%n"
            .formatted(chosen.name().toLowerCase(Locale.ROOT), thresholds, share)
            .replace(System.lineSeparator(), "\n");
    return Recipes.parse(recipe.yaml().stripTrailing() + "\n" + section, nameOrPath);
  }
}
