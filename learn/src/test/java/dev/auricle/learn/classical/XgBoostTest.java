package dev.auricle.learn.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.learn.training.EpochScore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden (XGBoost's own predictions) and property: boosted trees. */
class XgBoostTest {
  private static XgBoostLearner learner(int rounds, int patience) {
    return new XgBoostLearner(rounds, 0.2, 4, 1, 0.8, 0.5, 1, 0, patience, ClassWeight.NONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 50})
  void graphAgrees(int classes) {
    Table table = Samples.clouds(300, 7, classes, 1.2, 3);
    Model model = learner(8, 0).fit(table, Samples.ones(table), Samples.run(1, 1));
    assertThat(Samples.graphError(model, table)).isLessThan(1e-5);
    assertThat(Samples.graphError(model, Samples.clouds(300, 7, classes, 1.2, 4))).isLessThan(1e-5);
  }

  /** Skewed classes, so that the intercepts that XGBoost gives them differ. */
  @Test
  void agreesWithTheLibrarysOwnPrediction() throws Exception {
    Table all = Samples.clouds(400, 7, 4, 1.0, 3);
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      if (i % 4 == 0 || i % 12 == 1 || i % 40 == 2 || i % 20 == 3) {
        kept.add(i);
      }
    }
    Table table = all.subset(kept.stream().mapToInt(Integer::intValue).toArray());
    float[] flat = new float[table.rows() * 7];
    float[] labels = new float[table.rows()];
    for (int i = 0; i < table.rows(); i++) {
      System.arraycopy(table.values()[i], 0, flat, i * 7, 7);
      labels[i] = table.labels()[i];
    }
    DMatrix matrix = new DMatrix(flat, table.rows(), 7, Float.NaN);
    matrix.setLabel(labels);
    Map<String, Object> parameters =
        new HashMap<>(
            Map.of("objective", "multi:softprob", "num_class", 4, "nthread", 1, "verbosity", 0));
    Booster booster = XGBoost.train(matrix, parameters, 5, Map.of(), null, null);
    XgBoostModel model = XgBoostModel.read(booster.toByteArray("json"), 4, 5, List.of());
    float[][] theirs = booster.predict(matrix);
    for (int i = 0; i < table.rows(); i++) {
      double[] ours = model.predict(table.values()[i]);
      for (int k = 0; k < 4; k++) {
        assertThat(ours[k]).isCloseTo(theirs[i][k], within(1e-6));
      }
    }
    assertThat(model.base()[0]).isGreaterThan(model.base()[2] + 0.3f);
    booster.dispose();
    matrix.dispose();
  }

  @Test
  void learnsAndStopsEarlyOnValidationClips() {
    Table train = Samples.clouds(600, 12, 5, 0.9, 1);
    Table validation = Samples.clouds(300, 12, 5, 0.9, 2);
    Table test = Samples.clouds(600, 12, 5, 0.9, 4);
    Model model = learner(300, 10).fit(train, Samples.ones(train), validation, Samples.run(1, 2));
    assertThat(model.accuracy(test)).isGreaterThan(0.7);
    List<EpochScore> curve = model.curve();
    assertThat(curve.size()).isLessThan(300);
    int kept = (int) model.details().get("rounds");
    assertThat(kept).isEqualTo(curve.size() - 10);
    assertThat(curve.get(kept - 1).validationLoss())
        .isEqualTo(curve.stream().mapToDouble(EpochScore::validationLoss).min().orElseThrow());
    assertThat(curve.get(0).trainLoss()).isGreaterThan(curve.get(kept - 1).trainLoss());
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    Table table = Samples.clouds(300, 7, 3, 1.2, 3);
    byte[] one = graph(table, 1);
    assertThat(graph(table, 1)).isEqualTo(one);
    assertThat(graph(table, 2)).isNotEqualTo(one);
  }

  private static byte[] graph(Table table, long seed) {
    Model model = learner(8, 0).fit(table, Samples.ones(table), Samples.run(seed, 2));
    return ClassicalTrainer.graph("x", model, 7, 3);
  }
}
