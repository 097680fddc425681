package dev.auricle.learn.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Property: random forests on seeded clouds. */
class ForestTest {
  private static final ForestLearner FOREST =
      new ForestLearner(60, true, TreeSettings.FOREST, ClassWeight.NONE);

  private final Table train = Samples.clouds(600, 12, 5, 0.9, 1);
  private final Table test = Samples.clouds(600, 12, 5, 0.9, 2);

  @Test
  void learnsAndEstimatesItsAccuracyOutOfBag() {
    Forest forest = FOREST.fit(train, Samples.ones(train), Samples.run(7, 1));
    double accuracy = forest.accuracy(test);
    assertThat(accuracy).isGreaterThan(0.74);
    assertThat(forest.accuracy(train)).isEqualTo(1);
    assertThat(forest.outOfBag()).isCloseTo(accuracy, within(0.05));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void threadsDoNotMatter(int threads) {
    Forest one = FOREST.fit(train, Samples.ones(train), Samples.run(7, 1));
    Forest many = FOREST.fit(train, Samples.ones(train), Samples.run(7, threads));
    assertThat(ClassicalTrainer.graph("forest", many, 12, 5))
        .isEqualTo(ClassicalTrainer.graph("forest", one, 12, 5));
    assertThat(many.importance()).isEqualTo(one.importance());
    assertThat(many.outOfBag()).isEqualTo(one.outOfBag());
  }

  @Test
  void anotherSeedGivesAnotherForest() {
    Forest one = FOREST.fit(train, Samples.ones(train), Samples.run(7, 1));
    Forest other = FOREST.fit(train, Samples.ones(train), Samples.run(8, 1));
    assertThat(other.predict(test.values()[0])).isNotEqualTo(one.predict(test.values()[0]));
  }

  @Test
  void importanceFindsTheColumnsThatMatter() {
    double[] importance = FOREST.fit(train, Samples.ones(train), Samples.run(7, 2)).importance();
    double sum = 0;
    double noise = 0;
    for (int c = 0; c < 12; c++) {
      sum += importance[c];
      noise += c >= 8 ? importance[c] : 0;
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
    // Columns 8 to 11 are noise: a third of the columns, far less than a third of the importance.
    assertThat(noise).isLessThan(0.2);
  }

  @Test
  void balancedClassWeightsFindTheRareClass() {
    int[] rows = new int[132];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i < 120 ? 5 * i : 5 * (i - 120) + 1;
    }
    Table skewed = Samples.clouds(600, 12, 5, 0.9, 1).subset(rows);
    Table fresh = Samples.clouds(600, 12, 5, 0.9, 2);
    TreeSettings shallow = TreeSettings.FOREST.maxDepth(3);
    int plain = found(new ForestLearner(60, true, shallow, ClassWeight.NONE), skewed, fresh);
    int balanced = found(new ForestLearner(60, true, shallow, ClassWeight.BALANCED), skewed, fresh);
    assertThat(balanced).isGreaterThan(plain + 20);
  }

  private static int found(ForestLearner learner, Table train, Table test) {
    Forest forest = learner.fit(train, Samples.ones(train), Samples.run(1, 2));
    int found = 0;
    for (int i = 1; i < test.rows(); i += 5) {
      found += forest.classify(test.values()[i]) == 1 ? 1 : 0;
    }
    return found;
  }

  @Test
  void extraTreesLearnToo() {
    ForestLearner extra =
        new ForestLearner(60, false, TreeSettings.FOREST.randomThresholds(true), ClassWeight.NONE);
    Forest forest = extra.fit(train, Samples.ones(train), Samples.run(7, 2));
    assertThat(forest.accuracy(test)).isGreaterThan(0.74);
    assertThat(Samples.graphError(forest, test)).isLessThan(1e-5);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 50})
  void graphAgrees(int classes) {
    Table table = Samples.clouds(300, 7, classes, 1.2, 3);
    ForestLearner shallow =
        new ForestLearner(40, true, TreeSettings.FOREST.maxDepth(5), ClassWeight.BALANCED);
    Forest forest = shallow.fit(table, Samples.ones(table), Samples.run(7, 2));
    assertThat(Samples.graphError(forest, Samples.clouds(300, 7, classes, 1.2, 4)))
        .isLessThan(1e-5);
    // On the training rows every comparison is at its closest.
    assertThat(Samples.graphError(forest, table)).isLessThan(1e-5);
  }

  @Test
  void graphTreatsMissingValuesAlike() {
    Table table = Samples.clouds(300, 7, 3, 1.2, 3);
    for (int i = 0; i < table.rows(); i += 3) {
      table.values()[i][i % 7] = Float.NaN;
    }
    Forest forest = FOREST.fit(table, Samples.ones(table), Samples.run(7, 2));
    assertThat(Samples.graphError(forest, table)).isLessThan(1e-5);
  }
}
