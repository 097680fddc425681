package dev.auricle.learn.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.signal.AuricleException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden (a case with a known answer) and property: logistic regression and its optimiser. */
class LogisticTest {
  private static final LogisticLearner LOGISTIC = new LogisticLearner(1, 1000, ClassWeight.NONE);

  private static Logistic fit(LogisticLearner learner, Table table) {
    return learner.fit(table, Samples.ones(table), Samples.run(1, 1));
  }

  @Test
  void withoutUsefulColumnsItGivesTheClassesShares() {
    // A constant column tells nothing: the intercepts alone must give 1/6, 2/6 and 3/6.
    Table table =
        new Table(new float[][] {{7}, {7}, {7}, {7}, {7}, {7}}, new int[] {0, 1, 1, 2, 2, 2}, 3);
    double[] shares = fit(LOGISTIC, table).predict(new float[] {7});
    assertThat(shares[0]).isCloseTo(1.0 / 6, within(1e-3));
    assertThat(shares[2]).isCloseTo(0.5, within(1e-3));
  }

  @Test
  void gradientAgreesWithDifferences() {
    Table table = Samples.clouds(23, 6, 3, 1, 1);
    double[] shares = new double[23];
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < shares.length; i++) {
      shares[i] = random.nextDouble() / 10;
    }
    SoftmaxLoss loss = new SoftmaxLoss(table.values(), table.labels(), shares, 3, 0.3);
    double[] point = random.doubles(loss.size(), -1, 1).toArray();
    double[] gradient = new double[point.length];
    loss.at(point, gradient);
    double[] ignored = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      double[] up = point.clone();
      double[] down = point.clone();
      up[i] += 1e-5;
      down[i] -= 1e-5;
      double difference = (loss.at(up, ignored) - loss.at(down, ignored)) / 2e-5;
      assertThat(gradient[i]).isCloseTo(difference, within(1e-8));
    }
  }

  @Test
  void findsTheLowestPoint() {
    // Rosenbrock's valley: its floor is at (1, 1).
    Lbfgs.Objective valley =
        (p, g) -> {
          double a = 1 - p[0];
          double b = p[1] - p[0] * p[0];
          g[0] = -2 * a - 400 * p[0] * b;
          g[1] = 200 * b;
          return a * a + 100 * b * b;
        };
    Lbfgs.Result result = new Lbfgs(10, 200, 1e-9).minimise(new double[] {-1.2, 1}, valley, null);
    assertThat(result.converged()).isTrue();
    assertThat(result.point()[0]).isCloseTo(1, within(1e-8));
    assertThat(result.point()[1]).isCloseTo(1, within(1e-8));
  }

  @Test
  void columnsOnAnotherScaleGiveTheSameModel() {
    Table table = Samples.clouds(300, 9, 4, 0.9, 1);
    float[][] scaled = new float[300][9];
    for (int i = 0; i < 300; i++) {
      for (int c = 0; c < 9; c++) {
        scaled[i][c] = table.values()[i][c] * (c + 1) * 100 - 50;
      }
    }
    Logistic one = fit(LOGISTIC, table);
    Logistic other = fit(LOGISTIC, new Table(scaled, table.labels(), 4));
    assertThat(one.accuracy(table)).isGreaterThan(0.7);
    for (int i = 0; i < 300; i++) {
      assertThat(other.predict(scaled[i])[0])
          .isCloseTo(one.predict(table.values()[i])[0], within(1e-3));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 50})
  void graphAgrees(int classes) {
    Table table = Samples.clouds(301, 12, classes, 0.9, 3);
    for (float[] row : table.values()) {
      row[0] = row[0] * 1000 + 5000;
      row[5] = 3;
    }
    Logistic model = fit(LOGISTIC, table);
    assertThat(Samples.graphError(model, table)).isLessThan(1e-5);
  }

  @Test
  void numbersThatAreNoneAreRefused() {
    Table table = Samples.clouds(30, 3, 3, 1, 1);
    table.values()[4][2] = Float.NaN;
    assertThatThrownBy(() -> fit(LOGISTIC, table))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("column 2 of training clip 4 is NaN");
  }
}
