package dev.auricle.learn.recipe;

import java.util.List;

/** The built-in recipes, and recipes in files. */
public final class Recipes {
  private Recipes() {}

  /** Names of the built-in recipes, in the order to show them. */
  public static List<String> names() {
    throw new UnsupportedOperationException();
  }

  /** A built-in recipe by name, or one in a YAML file by path. */
  public static Recipe load(String nameOrPath) {
    throw new UnsupportedOperationException();
  }
}
