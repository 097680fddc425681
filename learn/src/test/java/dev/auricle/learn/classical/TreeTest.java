package dev.auricle.learn.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Golden (worked by hand) and property: one decision tree. */
class TreeTest {
  private static TreeGrower.Grown grow(Table table, double[] weights, TreeSettings settings) {
    Bins bins = Bins.of(table, settings.bins());
    return new TreeGrower(bins, table, settings).grow(weights, new SplittableRandom(1));
  }

  private static Table table(float[][] values, int... labels) {
    return new Table(values, labels, 3);
  }

  @ParameterizedTest
  @EnumSource(Impurity.class)
  void splitsHalfwayBetweenTheClasses(Impurity impurity) {
    Table table = table(new float[][] {{1, 5}, {2, 1}, {4, 3}, {7, 2}}, 0, 0, 1, 1);
    Tree tree = grow(table, Samples.ones(table), TreeSettings.FULL.impurity(impurity)).tree();
    assertThat(tree.nodes()).isEqualTo(3);
    assertThat(tree.column()[0]).isZero();
    assertThat(tree.threshold()[0]).isEqualTo(3);
    double[] sums = new double[3];
    tree.addTo(sums, new float[] {3, 9}, 1);
    assertThat(sums).containsExactly(1, 0, 0);
  }

  @Test
  void giniDecreaseIsAsWorkedByHand() {
    // Root: 3 a, 1 b, 2 c of weight 6: 1 - (9+1+4)/36 = 22/36, times 6 = 3.6667.
    // x <= 3 leaves (3 a) pure = 0 and (1 b, 2 c): 1 - (1+4)/9 = 4/9, times 3 = 1.3333.
    Table table = table(new float[][] {{1}, {2}, {3}, {4}, {5}, {6}}, 0, 0, 0, 1, 2, 2);
    TreeGrower.Grown grown = grow(table, Samples.ones(table), TreeSettings.FULL.maxDepth(1));
    assertThat(grown.tree().threshold()[0]).isEqualTo(3.5f);
    assertThat(grown.decrease()[0]).isCloseTo(22.0 / 6 - 4.0 / 3, within(1e-12));
  }

  @Test
  void entropyDecreaseIsAsWorkedByHand() {
    // 6 (ln 6 - (3 ln 3 + 1 ln 1 + 2 ln 2)/6) - 3 (ln 3 - (2 ln 2)/3) = 6 ln 6 - 6 ln 3 = 6 ln 2
    Table table = table(new float[][] {{1}, {2}, {3}, {4}, {5}, {6}}, 0, 0, 0, 1, 2, 2);
    TreeSettings settings = TreeSettings.FULL.maxDepth(1).impurity(Impurity.ENTROPY);
    assertThat(grow(table, Samples.ones(table), settings).decrease()[0])
        .isCloseTo(6 * Math.log(2), within(1e-12));
  }

  @Test
  void weightsCountLikeRepeatedRows() {
    Table table = Samples.clouds(90, 6, 3, 0.8, 5);
    double[] weights = Samples.ones(table);
    SplittableRandom random = new SplittableRandom(3);
    int all = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextInt(4);
      all += (int) weights[i];
    }
    int[] repeated = new int[all];
    int at = 0;
    for (int i = 0; i < weights.length; i++) {
      for (int n = 0; n < weights[i]; n++) {
        repeated[at++] = i;
      }
    }
    Table twice = table.subset(repeated);
    Tree byWeight = grow(table, weights, TreeSettings.FULL).tree();
    Tree byRepetition = grow(twice, Samples.ones(twice), TreeSettings.FULL).tree();
    assertThat(byWeight.column()).isEqualTo(byRepetition.column());
    // Rows of weight 0 still shape the bins, which hold a value each here; thresholds agree.
    assertThat(byWeight.threshold()).isEqualTo(byRepetition.threshold());
    assertThat(byWeight.share()).isEqualTo(byRepetition.share());
  }

  @Test
  void rowsOfEqualValueAreNeverParted() {
    Table table = table(new float[][] {{1}, {1}, {1}, {2}, {-0f}, {0f}}, 0, 1, 1, 2, 0, 1);
    Tree tree = grow(table, Samples.ones(table), TreeSettings.FULL).tree();
    double[] sums = new double[3];
    tree.addTo(sums, new float[] {1}, 1);
    assertThat(sums[0]).isCloseTo(1.0 / 3, within(1e-7));
    assertThat(sums[1]).isCloseTo(2.0 / 3, within(1e-7));
  }

  @Test
  void missingValuesGoRight() {
    float nan = Float.NaN;
    Table table = table(new float[][] {{1}, {2}, {nan}, {nan}}, 0, 0, 1, 1);
    Tree tree = grow(table, Samples.ones(table), TreeSettings.FULL).tree();
    assertThat(tree.threshold()[0]).isEqualTo(2);
    double[] sums = new double[3];
    tree.addTo(sums, new float[] {nan}, 1);
    assertThat(sums).containsExactly(0, 1, 0);
  }

  @Test
  void infinityIsAValue() {
    float inf = Float.POSITIVE_INFINITY;
    Table table = table(new float[][] {{-inf}, {inf}, {3}, {inf}}, 0, 1, 0, 1);
    Tree tree = grow(table, Samples.ones(table), TreeSettings.FULL).tree();
    for (int i = 0; i < 4; i++) {
      double[] sums = new double[3];
      tree.addTo(sums, table.values()[i], 1);
      assertThat(sums[table.labels()[i]]).isEqualTo(1);
    }
  }

  @Test
  void constantColumnsMakeOneLeaf() {
    Table table = table(new float[][] {{1}, {1}, {1}}, 0, 1, 1);
    Tree tree = grow(table, Samples.ones(table), TreeSettings.FULL).tree();
    assertThat(tree.nodes()).isOne();
    assertThat(Samples.graphError(forest(tree), table)).isLessThan(1e-6);
  }

  @Test
  void depthAndLeavesAreBounded() {
    Table table = Samples.clouds(200, 9, 3, 1.5, 8);
    assertThat(grow(table, Samples.ones(table), TreeSettings.FULL.maxDepth(4)).tree().depth())
        .isEqualTo(4);
    TreeSettings large =
        new TreeSettings(null, 20, TreeSettings.ColumnChoice.ALL, Impurity.GINI, false, 255);
    Tree tree = grow(table, Samples.ones(table), large).tree();
    int[] rows = new int[tree.nodes()];
    for (float[] row : table.values()) {
      rows[tree.leaf(row)]++;
    }
    for (int node = 0; node < rows.length; node++) {
      assertThat(tree.isLeaf(node) ? rows[node] : 20).isGreaterThanOrEqualTo(20);
    }
  }

  @Test
  void fewBinsKeepTheShapeOfManyValues() {
    Table table = Samples.clouds(3000, 6, 3, 0.3, 4);
    Bins bins = Bins.of(table, 16);
    int[] rows = new int[16];
    for (byte code : bins.codes(2)) {
      rows[code]++;
    }
    for (int n : rows) {
      assertThat(n).isBetween(150, 225);
    }
    for (int i = 0; i < table.rows(); i++) {
      float value = table.values()[i][2];
      int bin = bins.codes(2)[i];
      assertThat(value).isBetween(bins.lowest(2, bin), bins.highest(2, bin));
    }
  }

  private static Forest forest(Tree tree) {
    return new Forest(List.of(tree), 3, new double[0], Double.NaN);
  }
}
