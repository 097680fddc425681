package dev.auricle.learn.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden (worked by hand) and property: AdaBoost over trees and over forests. */
class AdaBoostTest {
  private static final ForestLearner STUMP =
      new ForestLearner(1, false, TreeSettings.FULL.maxDepth(1), ClassWeight.NONE);

  private static AdaBoostLearner trees(int depth, int rounds) {
    ForestLearner tree =
        new ForestLearner(1, false, TreeSettings.FULL.maxDepth(depth), ClassWeight.NONE);
    return new AdaBoostLearner(tree, rounds, 1, ClassWeight.NONE);
  }

  private static AdaBoostLearner forests(int depth, int rounds) {
    ForestLearner forest =
        new ForestLearner(15, true, TreeSettings.FOREST.maxDepth(depth), ClassWeight.NONE);
    return new AdaBoostLearner(forest, rounds, 1, ClassWeight.NONE);
  }

  @Test
  void twoRoundsAreAsWorkedByHand() {
    // x = 1..5, labels a a b b a. First stump: x <= 2.5 leaves (a a) and (b b a): row 5 is wrong,
    // error 1/5, say ln(4) + ln(2 - 1) = 1.3863; weight of row 5 becomes 4/8 = 1/2, others 1/8.
    // Second: x <= 4.5 leaves (a a b b), half each, and (a): best gini of one split. Left weights
    // a 2/8, b 2/8: a tie, the first class, so rows 3 and 4 are wrong, error 2/8, say ln 3.
    Table table = new Table(new float[][] {{1}, {2}, {3}, {4}, {5}}, new int[] {0, 0, 1, 1, 0}, 2);
    AdaBoost model =
        new AdaBoostLearner(STUMP, 2, 1, ClassWeight.NONE)
            .fit(table, Samples.ones(table), Samples.run(1, 1));
    assertThat(model.says()[0]).isCloseTo(Math.log(4), within(1e-12));
    assertThat(model.says()[1]).isCloseTo(Math.log(3), within(1e-12));
    double[] third = model.predict(new float[] {3});
    assertThat(third[1]).isCloseTo(Math.log(4) / Math.log(12), within(1e-12));
  }

  @Test
  void boostingBeatsOneTree() {
    Table train = Samples.clouds(600, 12, 5, 0.9, 1);
    Table test = Samples.clouds(600, 12, 5, 0.9, 2);
    double one = fit(trees(4, 1), train, 1).accuracy(test);
    double many = fit(trees(4, 60), train, 1).accuracy(test);
    assertThat(many).isGreaterThan(one + 0.08);
    assertThat(fit(forests(6, 10), train, 1).accuracy(test)).isGreaterThan(0.68);
  }

  @Test
  void endsWhereNothingIsLeftToLearn() {
    Table table = Samples.clouds(90, 6, 3, 0.1, 1);
    assertThat(fit(trees(12, 50), table, 1).says()).hasSize(1);
  }

  @Test
  void oneLabelOnlyIsLearnt() {
    Table table = new Table(new float[][] {{1}, {2}}, new int[] {1, 1}, 3);
    AdaBoost model = fit(trees(3, 5), table, 1);
    assertThat(model.predict(new float[] {9})).containsExactly(0, 1, 0);
    assertThat(Samples.graphError(model, table)).isLessThan(1e-6);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 50})
  void graphsAgree(int classes) {
    Table table = Samples.clouds(300, 7, classes, 1.5, 3);
    Table fresh = Samples.clouds(300, 7, classes, 1.5, 4);
    assertThat(Samples.graphError(fit(trees(3, 30), table, 2), fresh)).isLessThan(1e-5);
    AdaBoost forests = fit(forests(4, 6), table, 2);
    assertThat(forests.says().length).isGreaterThan(1);
    assertThat(Samples.graphError(forests, fresh)).isLessThan(1e-5);
    assertThat(Samples.graphError(forests, table)).isLessThan(1e-5);
  }

  @Test
  void threadsDoNotMatter() {
    Table table = Samples.clouds(300, 7, 4, 1.2, 3);
    assertThat(ClassicalTrainer.graph("x", fit(forests(4, 6), table, 3), 7, 4))
        .isEqualTo(ClassicalTrainer.graph("x", fit(forests(4, 6), table, 1), 7, 4));
  }

  private static AdaBoost fit(AdaBoostLearner learner, Table table, int threads) {
    return learner.fit(table, Samples.ones(table), Samples.run(5, threads));
  }
}
