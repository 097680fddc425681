package dev.auricle.learn.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Property: models that vote. */
class VotingTest {
  private final Table train = Samples.clouds(300, 9, 4, 0.9, 1);
  private final Learner logistic = new LogisticLearner(1, 500, ClassWeight.NONE);
  private final Learner forest = new ForestLearner(30, true, TreeSettings.FOREST, ClassWeight.NONE);

  @Test
  void probabilitiesAreWeightedMeans() {
    Voting voting =
        new VotingLearner(List.of(logistic, forest), List.of(3.0, 1.0))
            .fit(train, Samples.ones(train), Samples.run(1, 2));
    float[] row = train.values()[7];
    double[] one = voting.members().get(0).predict(row);
    double[] other = voting.members().get(1).predict(row);
    assertThat(voting.predict(row)[2]).isCloseTo(0.75 * one[2] + 0.25 * other[2], within(1e-12));
    double sum = 0;
    for (double importance : voting.importance()) {
      sum += importance;
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
  }

  @Test
  void graphOfEveryKindOfModelAgrees() {
    Learner kernel = new KernelLearner(0.3, 0.1, ClassWeight.NONE);
    Learner boosted =
        new AdaBoostLearner(
            new ForestLearner(10, true, TreeSettings.FOREST.maxDepth(4), ClassWeight.NONE),
            3,
            1,
            ClassWeight.NONE);
    Learner all =
        new VotingLearner(
            List.of(logistic, forest, kernel, boosted, new KnnLearner(5)),
            List.of(1.0, 1.0, 2.0, 1.0, 0.5));
    Model model = all.fit(train, Samples.ones(train), Samples.run(1, 2));
    assertThat(Samples.graphError(model, Samples.clouds(300, 9, 4, 0.9, 2))).isLessThan(1e-5);
  }
}
