package dev.auricle.learn.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Golden (worked by hand) and property: nearest neighbours. */
class KnnTest {
  private static Knn fit(Table table, int neighbours) {
    return new KnnLearner(neighbours).fit(table, Samples.ones(table), Samples.run(1, 1));
  }

  @Test
  void votesAreByDistance() {
    // Rows -3, -1, 1, 3 have mean 0, deviation sqrt 5. From 0.5 the squared distances times 5 are
    // 12.25, 2.25, 0.25, 6.25; the third nearest is past two neighbours: votes 4 (b) and 6 (a).
    Table table = new Table(new float[][] {{-3}, {-1}, {1}, {3}}, new int[] {0, 1, 0, 1}, 2);
    double[] shares = fit(table, 2).predict(new float[] {0.5f});
    assertThat(shares[0]).isCloseTo(0.6, within(1e-3));
    assertThat(shares[1]).isCloseTo(0.4, within(1e-3));
  }

  @Test
  void moreNeighboursThanRowsAreAllRows() {
    Table table = new Table(new float[][] {{1}, {1}, {1}}, new int[] {0, 0, 1}, 2);
    Knn model = fit(table, 99);
    assertThat(model.predict(new float[] {1})[0]).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(Samples.graphError(model, table)).isLessThan(1e-5);
  }

  @Test
  void learnsAndItsGraphAgrees() {
    Table train = Samples.clouds(400, 12, 5, 0.9, 1);
    Table test = Samples.clouds(400, 12, 5, 0.9, 2);
    Knn model = fit(train, 10);
    assertThat(model.accuracy(test)).isGreaterThan(0.68);
    assertThat(Samples.graphError(model, test)).isLessThan(1e-5);
    assertThat(Samples.graphError(model, train)).isLessThan(1e-5);
  }
}
