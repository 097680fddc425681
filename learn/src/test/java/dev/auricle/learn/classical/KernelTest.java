package dev.auricle.learn.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Property: the kernel machine and the linear algebra below it. */
class KernelTest {
  private static Kernel fit(double ridge, Table table) {
    return new KernelLearner(0.3, ridge, ClassWeight.NONE)
        .fit(table, Samples.ones(table), Samples.run(1, 2));
  }

  @Test
  void factorisationSolvesAndInverts() {
    SplittableRandom random = new SplittableRandom(4);
    int n = 23;
    double[][] matrix = new double[n][n];
    for (int r = 0; r < 40; r++) {
      double[] v = random.doubles(n, -1, 1).toArray();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          matrix[i][j] += v[i] * v[j];
        }
      }
    }
    double[][] identity = new double[n][n];
    for (int i = 0; i < n; i++) {
      identity[i][i] = 1;
    }
    Cholesky cholesky =
        Cholesky.of(Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new));
    cholesky.solve(identity);
    double[] diagonal = cholesky.inverseDiagonal();
    for (int i = 0; i < n; i++) {
      assertThat(diagonal[i]).isCloseTo(identity[i][i], within(1e-10));
      for (int j = 0; j < n; j++) {
        double product = 0;
        for (int k = 0; k < n; k++) {
          product += matrix[i][k] * identity[k][j];
        }
        assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-10));
      }
    }
  }

  @Test
  void learnsWhatALineCannot() {
    Table train = Samples.clouds(600, 12, 5, 0.9, 1);
    Table test = Samples.clouds(600, 12, 5, 0.9, 2);
    double linear =
        new LogisticLearner(1, 500, ClassWeight.NONE)
            .fit(train, Samples.ones(train), Samples.run(1, 1))
            .accuracy(test);
    assertThat(fit(0.1, train).accuracy(test)).isGreaterThan(linear + 0.05);
  }

  @Test
  void probabilitiesAreHonestOnFreshRows() {
    Table train = Samples.clouds(600, 12, 5, 0.9, 1);
    Table test = Samples.clouds(600, 12, 5, 0.9, 2);
    Kernel model = fit(0.1, train);
    double confidence = 0;
    for (float[] row : test.values()) {
      confidence += Arrays.stream(model.predict(row)).max().orElseThrow() / test.rows();
    }
    // Sharpened on scores of rows left out: as sure as it is right, though right on all of train.
    assertThat(confidence).isCloseTo(model.accuracy(test), within(0.05));
  }

  @Test
  void leftOutScoresAreThoseOfAModelWithoutTheRow() {
    // One row of weight 0 is the model without it; factor over diagonal must give its error.
    Table table = Samples.clouds(40, 6, 3, 0.9, 1);
    float[][] rows = table.values();
    double gamma = 0.05;
    double[][] matrix = kernel(rows, gamma, 40);
    Cholesky all = Cholesky.of(matrix);
    double[][] factors = new double[40][1];
    for (int i = 0; i < 40; i++) {
      factors[i][0] = table.labels()[i];
    }
    all.solve(factors);
    double error = factors[39][0] / all.inverseDiagonal()[39];
    double[][] without = new double[39][1];
    for (int i = 0; i < 39; i++) {
      without[i][0] = table.labels()[i];
    }
    Cholesky.of(kernel(rows, gamma, 39)).solve(without);
    double[] alike = Kernel.alike(new Distances(rows).from(rows[39]), gamma);
    double score = 0;
    for (int i = 0; i < 39; i++) {
      score += alike[i] * without[i][0];
    }
    assertThat(table.labels()[39] - error).isCloseTo(score, within(1e-9));
  }

  private static double[][] kernel(float[][] rows, double gamma, int size) {
    double[][] matrix = new double[size][];
    for (int i = 0; i < size; i++) {
      double[] alike = Kernel.alike(new Distances(rows).from(rows[i]), gamma);
      matrix[i] = Arrays.copyOf(alike, size);
      matrix[i][i] += 0.1;
    }
    return matrix;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 50})
  void graphAgrees(int classes) {
    Table table = Samples.clouds(300, 12, classes, 0.9, 3);
    for (float[] row : table.values()) {
      row[0] = row[0] * 1000 + 5000;
      row[5] = 3;
    }
    Kernel model = fit(0.1, table);
    assertThat(Samples.graphError(model, table)).isLessThan(1e-5);
    assertThat(Samples.graphError(model, Samples.clouds(300, 12, classes, 0.9, 4)))
        .isLessThan(1e-5);
  }

  @Test
  void weightsCountLikeRepeatedRows() {
    Table table = Samples.clouds(60, 6, 3, 0.9, 1);
    double[] weights = Samples.ones(table);
    int[] repeated = new int[80];
    for (int i = 0; i < 80; i++) {
      repeated[i] = i % 60;
      weights[i % 60] = i < 60 ? 1 : 2;
    }
    Table twice = table.subset(repeated);
    // Weights are brought to mean 1, so the penalty on the 60 rows must be 60/80 of that on 80.
    KernelLearner one = new KernelLearner(0.3, 0.1 * 60 / 80, ClassWeight.NONE);
    KernelLearner two = new KernelLearner(0.3, 0.1, ClassWeight.NONE);
    Kernel byWeight = one.fit(table, weights, Samples.run(1, 1));
    Kernel byRepetition = two.fit(twice, Samples.ones(twice), Samples.run(1, 1));
    for (int i = 0; i < 60; i++) {
      double pair = byRepetition.factors()[i][1] + (i < 20 ? byRepetition.factors()[i + 60][1] : 0);
      assertThat(pair).isCloseTo(byWeight.factors()[i][1], within(1e-4));
    }
  }
}
