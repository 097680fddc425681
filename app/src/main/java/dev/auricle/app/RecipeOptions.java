package dev.auricle.app;

import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.signal.AuricleException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Recipes as the command line names them. */
final class RecipeOptions {
  private RecipeOptions() {}

  /** Loads a recipe; one with a mistake is wrong usage (exit code 2). */
  static Recipe load(String nameOrPath, CommandLine command) {
    try {
      return Recipes.load(nameOrPath);
    } catch (AuricleException e) {
      throw new BadRecipe(command, e);
    }
  }

  /** Shown without the command's usage, which would hide the line that matters. */
  static final class BadRecipe extends ParameterException {
    private static final long serialVersionUID = 1L;

    BadRecipe(CommandLine command, AuricleException cause) {
      super(command, String.valueOf(cause.getMessage()), cause);
    }
  }
}
