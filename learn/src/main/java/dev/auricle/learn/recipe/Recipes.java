package dev.auricle.learn.recipe;

import dev.auricle.network.embedding.EmbeddingFrontEnd;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

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
          "resnet",
          "crnn",
          "cnn-waveform",
          "rnn",
          "lstm",
          "bilstm",
          "dense",
          "mn04-logistic",
          "mn04-finetune",
          "mn04-voting",
          "yamnet-dense",
          "yamnet-rnn",
          "yamnet-lstm",
          "yamnet-bilstm",
          "mobilenet-image",
          "mobilenet-finetune");

  /** Kinds of model, the quickest to fit first. */
  private static final List<String> QUICKEST_FIRST =
      List.of(
          "knn",
          "logistic",
          "extra-trees",
          "kernel",
          "forest",
          "dense",
          "voting",
          "adaboost-forest",
          "xgboost",
          "adaboost-tree");

  private Recipes() {}

  /**
   * The recipes by how long they take, roughly: classical models, networks in the order given, and
   * last those that read what a published network makes of a clip.
   */
  public static List<Recipe> quickestFirst(List<Recipe> recipes) {
    List<Recipe> sorted = new ArrayList<>(recipes);
    sorted.sort(Comparator.comparingInt(Recipes::place));
    return sorted;
  }

  private static int place(Recipe recipe) {
    Object top = new Load(LoadSettings.builder().build()).loadFromString(recipe.yaml());
    boolean published = recipe.frontEnd() instanceof EmbeddingFrontEnd;
    return (top instanceof Map<?, ?> map ? typePlace(map.get("model")) : 0)
        + (published ? QUICKEST_FIRST.size() + 1 : 0);
  }

  /** Models that vote take as long as the slowest of them. */
  private static int typePlace(@Nullable Object model) {
    Object type = model instanceof Map<?, ?> settings ? settings.get("type") : null;
    Object members = model instanceof Map<?, ?> settings ? settings.get("members") : null;
    int place = QUICKEST_FIRST.indexOf(String.valueOf(type));
    int own = place < 0 ? QUICKEST_FIRST.size() : place;
    return members instanceof List<?> list
        ? list.stream().mapToInt(Recipes::typePlace).reduce(own, Math::max)
        : own;
  }

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

  /**
   * A front-end as recipes write it: a preset's name, or a preset with options such as {@code
   * {preset: mfcc-20, deltas: 2}}.
   *
   * @param source what errors name, such as the option that held the text
   * @param sampleRate in Hz; 0 for the preset's own
   * @throws AuricleException if there is no such preset or option, or a value is out of range
   */
  public static FrontEnd frontEnd(String text, String source, int sampleRate) {
    return new RecipeReader(source).frontEnd("front-end: " + text, sampleRate);
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
