package dev.auricle.learn.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.data.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Golden: every metric against scikit-learn's (McNemar's test against SciPy's) on stored
 * predictions, to 1e-9. {@code make_reference.py} beside the values made them.
 */
class ReferenceTest {
  private static final double EPSILON = 1e-9;

  private final Map<String, Double> reference = new HashMap<>();

  ReferenceTest() throws IOException {
    for (String line : lines("reference.csv")) {
      int comma = line.indexOf(',');
      reference.put(line.substring(0, comma), Double.parseDouble(line.substring(comma + 1)));
    }
  }

  @Test
  void clipsOfOneLabel() throws IOException {
    Evaluation evaluation = read("predictions.csv", false);
    agree("accuracy", evaluation.accuracy());
    agree("balancedAccuracy", evaluation.balancedAccuracy());
    agree("macroF1", evaluation.macroF1());
    agree("microF1", evaluation.microF1());
    agree("weightedF1", evaluation.weightedF1());
    agree("top2", evaluation.topK(2));
    agree("logLoss", evaluation.logLoss());
    agree("brier", evaluation.brier());
    agree("rocAuc", evaluation.rocAuc());
    agree("meanAveragePrecision", evaluation.meanAveragePrecision());
    List<LabelScore> scores = evaluation.labelScores();
    for (int k = 0; k < scores.size(); k++) {
      agree("precision" + k, scores.get(k).precision());
      agree("recall" + k, scores.get(k).recall());
      agree("f1" + k, scores.get(k).f1());
      agree("support" + k, scores.get(k).support());
      agree("rocAuc" + k, scores.get(k).rocAuc());
      agree("averagePrecision" + k, scores.get(k).averagePrecision());
      for (int j = 0; j < scores.size(); j++) {
        agree("confusion" + k + j, evaluation.confusion()[k][j]);
      }
    }
  }

  @Test
  void clipsOfSeveralLabels() throws IOException {
    Evaluation evaluation = read("multilabel.csv", true);
    agree("multi.accuracy", evaluation.accuracy());
    agree("multi.macroF1", evaluation.macroF1());
    agree("multi.microF1", evaluation.microF1());
    agree("multi.weightedF1", evaluation.weightedF1());
    agree("multi.rocAuc", evaluation.rocAuc());
    agree("multi.meanAveragePrecision", evaluation.meanAveragePrecision());
    agree("multi.lwlrap", evaluation.lwlrap());
    agree("multi.logLoss", evaluation.logLoss());
    agree("multi.brier", evaluation.brier());
  }

  @Test
  void mcNemarsTest() {
    for (int[] pair : new int[][] {{3, 9}, {0, 0}, {40, 61}, {5, 5}}) {
      agree("mcNemar.%d.%d".formatted(pair[0], pair[1]), PairedComparison.exact(pair[0], pair[1]));
    }
  }

  private void agree(String name, double ours) {
    assertThat(ours).as(name).isCloseTo(reference.get(name), within(EPSILON));
  }

  private static Evaluation read(String name, boolean multiLabel) throws IOException {
    List<String> lines = lines(name);
    int labels = lines.get(0).split(",").length / 2;
    List<String> ids = new ArrayList<>();
    float[][] targets = new float[lines.size()][labels];
    float[][] probabilities = new float[lines.size()][labels];
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",");
      ids.add("clip" + i);
      for (int k = 0; k < labels; k++) {
        targets[i][k] = Float.parseFloat(cells[k]);
        probabilities[i][k] = Float.parseFloat(cells[labels + k]);
      }
    }
    List<String> names = new ArrayList<>();
    for (int k = 0; k < labels; k++) {
      names.add("label" + k);
    }
    return new Evaluation(
        new Predictions(names, ids, ids, targets, probabilities, multiLabel),
        new Protocol(Protocol.Kind.KFOLD, 5, 0, null, null, 42));
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream in = ReferenceTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
