package dev.auricle.learn.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden (worked by hand) and property: rows that carry any number of labels. */
class SeveralLabelsTest {
  private static final int LABELS = 4;

  /** Label k is carried where column k is above a level of its own; the last label by nobody. */
  private static Table several(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] values = new float[rows][8];
    int[][] sets = new int[rows][];
    for (int i = 0; i < rows; i++) {
      int[] carried = new int[LABELS];
      int count = 0;
      for (int c = 0; c < 8; c++) {
        values[i][c] = (float) random.nextGaussian();
      }
      for (int k = 0; k < LABELS - 1; k++) {
        if (values[i][k] + 0.2 * random.nextGaussian() > 0.3 * k) {
          carried[count++] = k;
        }
      }
      sets[i] = Arrays.copyOf(carried, count);
    }
    return new Table(values, new int[rows], LABELS, sets);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: logistic}",
        "{type: kernel}",
        "{type: knn}",
        "{type: forest, trees: 60}",
        "{type: forest, trees: 60, impurity: entropy}",
        "{type: forest, trees: 60, class-weight: balanced}",
        "{type: extra-trees, trees: 60}",
        "{type: adaboost-tree, rounds: 20}",
        "{type: adaboost-forest, rounds: 4, trees: 5}",
        "{type: xgboost, rounds: 30}"
      })
  void everyModelLearnsLabelsApartAndItsGraphAgrees(String yaml) {
    Table train = several(400, 1);
    Table test = several(300, 2);
    Recipe recipe = Recipes.parse("front-end: descriptors\nmodel: " + yaml, "test.yaml");
    Learner learner = ((ClassicalTrainer) recipe.trainer()).learner(train);
    Model model = learner.fit(train, Samples.ones(train), Samples.run(7, 2));
    int right = 0;
    for (int i = 0; i < test.rows(); i++) {
      double[] probabilities = model.predict(test.values()[i]);
      for (int k = 0; k < LABELS; k++) {
        int label = k;
        boolean carries = IntStream.of(test.sets()[i]).anyMatch(c -> c == label);
        right += carries == probabilities[k] >= 0.5 ? 1 : 0;
      }
    }
    // Two in five carry each of the first labels: always "no" would be right 0.7 of the time.
    assertThat((double) right / (test.rows() * LABELS)).isGreaterThan(0.85);
    assertThat(model.predict(test.values()[0])[LABELS - 1]).isCloseTo(0, within(1e-6));
    assertThat(Samples.graphError(model, test)).isLessThan(1e-5);
  }

  @Test
  void aLeafHoldsTheShareOfEachLabel() {
    // Left of 2.5: {a, b}, {a}; right of it: {b}, {}. Gini of a falls from 1/2 to 0 by that split,
    // and no other takes as much off both labels together.
    Table table =
        new Table(
            new float[][] {{1}, {2}, {3}, {4}}, new int[4], 2, new int[][] {{0, 1}, {0}, {1}, {}});
    for (Impurity impurity : Impurity.values()) {
      TreeSettings stump = TreeSettings.FULL.maxDepth(1).impurity(impurity);
      Forest tree =
          new ForestLearner(1, false, stump, ClassWeight.NONE)
              .fit(table, Samples.ones(table), Samples.run(1, 1));
      assertThat(tree.trees().get(0).threshold()[0]).isEqualTo(2.5f);
      assertThat(tree.predict(new float[] {1})).containsExactly(1, 0.5);
      assertThat(tree.predict(new float[] {9})).containsExactly(0, 0.5);
    }
    Forest full =
        new ForestLearner(1, false, TreeSettings.FULL, ClassWeight.NONE)
            .fit(table, Samples.ones(table), Samples.run(1, 1));
    assertThat(full.predict(new float[] {4})).containsExactly(0, 0);
    assertThat(Samples.graphError(full, table)).isLessThan(1e-7);
  }
}
