package dev.auricle.learn.neural;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.learn.recipe.Recipes;
import dev.auricle.network.Shape;
import org.junit.jupiter.api.Test;

/** Property: an explanation's parts agree with each other. */
class NetworkExplanationTest {

  @Test
  void rowsSumToTheWholeAndTheLastGivesTheLabels() {
    NetworkExplanation explained =
        NetworkExplanation.of(Recipes.load("cnn").trainer(), Shape.of(64, 40), 7, 300, 2)
            .orElseThrow();
    assertThat(explained.rows().stream().mapToLong(NetworkExplanation.Row::parameters).sum())
        .isEqualTo(explained.parameters());
    assertThat(explained.rows().stream().mapToLong(NetworkExplanation.Row::multiplications).sum())
        .isEqualTo(explained.multiplications());
    int last = explained.rows().size() - 1;
    assertThat(explained.rows().get(last).output()).isEqualTo(Shape.of(7));
    assertThat(explained.graphBytes()).isGreaterThanOrEqualTo(4 * explained.parameters());
    assertThat(explained.stepMillis()).isPositive();
    assertThat(explained.seconds()).isPositive();
  }

  @Test
  void recipesWithoutANetworkHaveNoExplanation() {
    assertThat(NetworkExplanation.of(Recipes.load("forest").trainer(), Shape.of(64), 7, 300, 1))
        .isEmpty();
  }
}
