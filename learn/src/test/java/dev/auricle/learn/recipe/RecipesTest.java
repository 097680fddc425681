package dev.auricle.learn.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.learn.tuning.SearchSpace;
import dev.auricle.signal.AuricleException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Story: what the built-in recipes say, and what a mistake in one's own is answered with. */
class RecipesTest {
  static List<String> names() {
    return Recipes.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyBuiltInRecipeReadsBackAndCanBeTuned(String name) {
    Recipe recipe = Recipes.load(name);
    assertThat(recipe.name()).isEqualTo(name);
    assertThat(recipe.summary()).isNotBlank();
    assertThat(SearchSpace.of(recipe).paths()).isNotEmpty();
  }

  @Test
  void aMisspeltKeyNamesItsLineAndTheNearest() {
    assertThatThrownBy(() -> Recipes.parse("model:\n  type: forest\n  min-leav: 2\n", "mine.yaml"))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("mine.yaml, line 3")
        .hasMessageContaining("'min-leav'")
        .hasMessageContaining("'min-leaf'");
    assertThatThrownBy(() -> Recipes.parse("modell: {}\nmodel: {type: forest}\n", "mine.yaml"))
        .hasMessageContaining("line 1")
        .hasMessageContaining("'model'");
  }

  @Test
  void aValueOutOfRangeSaysWhatWouldDo() {
    assertThatThrownBy(() -> Recipes.parse("model:\n  type: forest\n  trees: many\n", "mine.yaml"))
        .hasMessageContaining("line 3")
        .hasMessageContaining("'model.trees' is many, expected a whole number from 1");
    assertThatThrownBy(() -> Recipes.parse("model: {type: tree-house}\n", "mine.yaml"))
        .hasMessageContaining("tree-house")
        .hasMessageContaining("forest");
    assertThatThrownBy(() -> Recipes.parse("model: {type: forest\n", "mine.yaml"))
        .hasMessageContaining("mine.yaml, line");
  }

  @Test
  void aNetworkWithoutNormsIsNotAskedAboutThem() {
    String recipe = "model: {type: pretrained, network: %s, frozen-norms: true}\n";
    Recipes.parse(recipe.formatted("mn04"), "mine.yaml");
    assertThatThrownBy(() -> Recipes.parse(recipe.formatted("mobilenet-v1"), "mine.yaml"))
        .hasMessageContaining("frozen-norms");
  }

  @Test
  void modelsThatVoteTakeAsLongAsTheSlowestOfThem() {
    List<Recipe> asked =
        Stream.of("mn04-voting", "voting", "xgboost", "knn").map(Recipes::load).toList();
    assertThat(Recipes.quickestFirst(asked))
        .extracting(Recipe::name)
        .containsExactly("knn", "voting", "xgboost", "mn04-voting");
  }

  @Test
  void lengthsAreTheTrainingClips95thPercentile() {
    Recipe auto =
        Recipes.parse("preparation: {max-seconds: 3}\nmodel: {type: forest}\n", "mine.yaml");
    double[] seconds = new double[100];
    for (int i = 0; i < 100; i++) {
      seconds[i] = 0.02 * (i + 1);
    }
    // The 95th of 0.02, 0.04, … 2.00 is 1.90, which stands on a tenth already.
    assertThat(auto.length().resolve(seconds)).isEqualTo(1.9);
    assertThat(auto.length().resolve(new double[] {9, 9})).isEqualTo(3.0);
    Recipe own = Recipes.parse("preparation: {seconds: none}\nmodel: {type: forest}\n", "m.yaml");
    assertThat(own.length().resolve(seconds)).isNull();
  }
}
