package dev.auricle.learn.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.signal.AuricleException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Story: the built-in recipes of classical models, and one with a mistake. */
class ClassicalRecipesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "kernel",
        "logistic",
        "forest",
        "extra-trees",
        "adaboost-tree",
        "adaboost-forest",
        "xgboost",
        "knn"
      })
  void builtInRecipesAreRead(String name) {
    Recipe recipe = Recipes.load(name);
    assertThat(recipe.name()).isEqualTo(name);
    assertThat(recipe.frontEnd().name()).isEqualTo("descriptors");
    assertThat(recipe.trainer()).isInstanceOf(ClassicalTrainer.class);
  }

  @Test
  void misspeltSettingsAreNamedWithTheirLine(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, Recipes.yaml("xgboost").replace("max-depth", "maxdepth"));
    assertThatThrownBy(() -> Recipes.load(file.toString()))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("unknown key 'maxdepth' in 'model'; did you mean 'max-depth'?")
        .hasMessageContaining("line 15");
  }
}
