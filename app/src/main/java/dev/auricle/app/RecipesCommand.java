package dev.auricle.app;

import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle recipes}: the built-in recipes. */
@Command(
    name = "recipes",
    subcommands = ExplainCommand.class,
    description = "Lists the built-in recipes, prints one to copy and edit, or explains a network.",
    footer = {"", "Example:", "  auricle recipes list", "  auricle recipes show cnn > my-cnn.yaml"})
final class RecipesCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private RunOptions options = new RunOptions();

  @Override
  public void run() {
    list(options);
  }

  @Command(name = "list", description = "Lists the built-in recipes.")
  int listCommand(@Mixin RunOptions given) {
    list(given);
    return 0;
  }

  @Command(name = "show", description = "Prints a recipe as YAML.")
  int show(
      @Parameters(paramLabel = "RECIPE", description = "Its name.") String name,
      @Mixin RunOptions given) {
    RecipeOptions.load(name, Specs.commandLine(spec));
    System.out.print(Recipes.yaml(name));
    return 0;
  }

  private static void list(RunOptions options) {
    List<Map<String, Object>> rows = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int width = Recipes.names().stream().mapToInt(String::length).max().orElse(0) + 2;
    for (String name : Recipes.names()) {
      Recipe recipe = load(name);
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("recipe", name);
      row.put("summary", recipe.summary());
      rows.add(row);
      text.append(String.format("%-" + width + "s%s%n", name, recipe.summary()));
    }
    System.out.print(options.json ? Json.pretty(rows) + "\n" : text);
  }

  private static Recipe load(String name) {
    try {
      return Recipes.load(name);
    } catch (AuricleException e) {
      throw new IllegalStateException("the built-in recipe " + name + " has a mistake", e);
    }
  }
}
