package dev.auricle.learn.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.learn.recipe.Recipes;
import dev.auricle.signal.AuricleException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Property: what a search draws stays inside its ranges, and a recipe made of it says so. */
class SearchSpaceTest {
  private static final String YAML =
      """
      model:
        type: forest
        trees: 10
      tune:
        model.trees: {from: 5, to: 80, scale: log}
        model.impurity: [gini, entropy]
        front-end.hop: [256, 512]
      front-end: descriptors
      """;

  @Test
  void drawnValuesLieInTheirRanges() {
    SearchSpace space = SearchSpace.of(Recipes.parse(YAML, "mine.yaml"));
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      Map<String, Object> values = space.draw(random);
      assertThat((int) values.get("model.trees")).isBetween(5, 80);
      assertThat(values.get("model.impurity")).isIn("gini", "entropy");
      assertThat(values.get("front-end.hop")).isIn(256, 512);
    }
  }

  @Test
  void aGridVisitsEveryCombinationOnce() {
    SearchSpace space = SearchSpace.of(Recipes.parse(YAML, "mine.yaml"));
    // Four numbers of trees (5, 13, 32, 80), two impurities, two hops.
    assertThat(space.grid()).hasSize(16).doesNotHaveDuplicates();
    assertThat(space.grid().stream().map(v -> v.get("model.trees")).distinct())
        .containsExactly(5, 13, 32, 80);
  }

  @Test
  void theRecipeOfAPointHoldsItsValues() {
    SearchSpace space = SearchSpace.of(Recipes.parse(YAML, "mine.yaml"));
    String yaml =
        space
            .recipe(Map.of("model.trees", 17, "model.impurity", "entropy", "front-end.hop", 256))
            .yaml();
    assertThat(yaml).contains("trees: 17").contains("impurity: entropy").contains("hop: 256");
    assertThat(yaml).contains("descriptors").doesNotContain("tune");
  }

  @Test
  void aMemberOfAListIsCalledByItsNumber() {
    String yaml =
        """
        model: {type: voting, members: [{type: logistic}, {type: knn, neighbours: 3}]}
        tune: {model.members.%d.neighbours: [1, 20]}
        front-end: descriptors
        """;
    SearchSpace space = SearchSpace.of(Recipes.parse(yaml.formatted(2), "mine.yaml"));
    assertThat(space.recipe(Map.of("model.members.2.neighbours", 20)).yaml())
        .contains("neighbours: 20")
        .contains("logistic");
    assertThatThrownBy(() -> SearchSpace.of(Recipes.parse(yaml.formatted(3), "mine.yaml")))
        .hasMessageContaining("'3' is no entry of a list of 2");
    assertThatThrownBy(() -> SearchSpace.of(Recipes.parse(yaml.formatted(1), "mine.yaml")))
        .hasMessageContaining("unknown key 'neighbours'");
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> SearchSpace.of(Recipes.parse("model: {type: forest}\n", "mine.yaml")))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("'tune'");
    assertThatThrownBy(
            () ->
                SearchSpace.of(
                    Recipes.parse(
                        "model: {type: forest}\ntune: {model.treez: [1, 2]}\n", "mine.yaml")))
        .hasMessageContaining("treez");
    assertThatThrownBy(
            () ->
                SearchSpace.of(
                    Recipes.parse(
                        "model: {type: forest}\ntune: {model.trees: {from: 9, to: 2}}\n",
                        "mine.yaml")))
        .hasMessageContaining("model.trees");
    assertThatThrownBy(() -> Budget.parse("ten")).hasMessageContaining("10m");
    assertThat(Budget.parse("10m").seconds()).isEqualTo(600);
    assertThat(Budget.parse("7").trials()).isEqualTo(7);
  }
}
