package dev.auricle.learn.recipe;

import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The built-in recipes, and recipes in files. */
public final class Recipes {
  private static final List<String> NAMES =
      List.of(
          "kernel",
          "kernel-timbre",
          "logistic",
          "forest",
          "extra-trees",
          "adaboost-tree",
          "adaboost-forest",
          "xgboost",
          "voting",
          "knn",
          "cnn",
          "cnn-large",
          "crnn",
          "cnn-waveform",
          "rnn",
          "lstm",
          "bilstm",
          "dense");

  private Recipes() {}

  /** Names of the built-in recipes, in the order to show them. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * A built-in recipe by name, or one in a YAML file by path.
   *
   * @throws AuricleException if there is none, or it has a mistake, naming the line
   */
  public static Recipe load(String nameOrPath) {
    return new RecipeReader(NAMES.contains(nameOrPath) ? nameOrPath + ".yaml" : nameOrPath)
        .read(yaml(nameOrPath));
  }

  /** A recipe in text; {@code source} names it in errors. */
  public static Recipe parse(String yaml, String source) {
    return new RecipeReader(source).read(yaml);
  }

  /** A recipe's text, to print, copy and edit. */
  public static String yaml(String nameOrPath) {
    if (NAMES.contains(nameOrPath)) {
      try (InputStream in = Recipes.class.getResourceAsStream(nameOrPath + ".yaml")) {
        if (in == null) {
          throw new IllegalStateException("recipe " + nameOrPath + " is not on the class path");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Path file = Path.of(nameOrPath);
    if (!Files.isRegularFile(file)) {
      throw new AuricleException(
          "no recipe '"
              + nameOrPath
              + "': neither a file nor one of the built-in recipes "
              + String.join(", ", NAMES));
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AuricleException("recipe " + file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
