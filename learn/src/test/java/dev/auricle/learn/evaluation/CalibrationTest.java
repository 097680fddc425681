package dev.auricle.learn.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.data.Protocol;
import dev.auricle.network.onnx.OnnxGraph;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.OnnxModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Golden (worked by hand) and property: calibration, thresholds, coverage, paired comparison. */
class CalibrationTest {
  private static final Protocol PROTOCOL = new Protocol(Protocol.Kind.KFOLD, 5, 0, null, null, 42);

  /** Predictions whose log odds are three times too large. */
  private static Predictions overSure(int clips, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] targets = new float[clips][3];
    float[][] probabilities = new float[clips][3];
    for (int i = 0; i < clips; i++) {
      double[] honest = new double[3];
      double sum = 0;
      for (int k = 0; k < 3; k++) {
        honest[k] = Math.exp(1.2 * random.nextGaussian());
        sum += honest[k];
      }
      double drawn = random.nextDouble() * sum;
      int label = drawn < honest[0] ? 0 : drawn < honest[0] + honest[1] ? 1 : 2;
      targets[i][label] = 1;
      double cubes = 0;
      for (int k = 0; k < 3; k++) {
        cubes += Math.pow(honest[k] / sum, 3);
      }
      for (int k = 0; k < 3; k++) {
        probabilities[i][k] = (float) (Math.pow(honest[k] / sum, 3) / cubes);
      }
    }
    return predictions(targets, probabilities, false);
  }

  @Test
  void temperatureFindsTheFactor() {
    Calibration.Temperature temperature = Calibration.temperature(overSure(4000, 1));
    assertThat(temperature.factor()).isCloseTo(1.0 / 3, within(0.03));
  }

  @Test
  void bothCalibrationsMakeFreshProbabilitiesHonest() {
    Predictions held = overSure(4000, 1);
    Predictions fresh = overSure(4000, 2);
    double before = new Evaluation(fresh, PROTOCOL).calibrationError();
    for (Calibration calibration :
        List.of(Calibration.temperature(held), Calibration.isotonic(held))) {
      Evaluation after = new Evaluation(calibration.apply(fresh), PROTOCOL);
      assertThat(after.calibrationError()).isLessThan(before / 4);
      assertThat(after.logLoss()).isLessThan(new Evaluation(fresh, PROTOCOL).logLoss());
    }
  }

  @Test
  void isotonicStepsAreAsWorkedByHand() {
    // Label b at 0.1, 0.3, 0.6, 0.8 with truths 0, 1, 0, 1: the middle two pool to 1/2.
    float[][] targets = {{1, 0}, {0, 1}, {1, 0}, {0, 1}};
    float[][] probabilities = {{0.9f, 0.1f}, {0.7f, 0.3f}, {0.4f, 0.6f}, {0.2f, 0.8f}};
    Calibration.Isotonic isotonic = Calibration.isotonic(predictions(targets, probabilities, true));
    assertThat(isotonic.to()[1]).containsExactly(0, 0.5, 0.5, 1);
    // Halfway between 0.1 and 0.3, halfway between 0 and 1/2.
    assertThat(isotonic.apply(new float[] {0.8f, 0.2f})[1]).isCloseTo(0.25f, within(1e-6f));
    assertThat(isotonic.apply(new float[] {0.8f, 0.45f})[1]).isCloseTo(0.5f, within(1e-6f));
  }

  @Test
  void thresholdsAreOfTheBestF1() {
    // Label a by descending probability: 1, 0, 1, 0. F1 at one clip 2/3, two 1/2, three 4/5,
    // four 2/3: three clips are given it, and the threshold lies halfway from 0.4 to 0.1. The same
    // of five such quartets, in which ten clips carry it.
    float[][] targets = {{1, 0}, {0, 1}, {1, 0}, {0, 1}};
    float[][] probabilities = {{0.9f, 0}, {0.6f, 0}, {0.4f, 0}, {0.1f, 0}};
    Predictions held = predictions(often(targets, 5), often(probabilities, 5), true);
    Thresholds thresholds = Thresholds.bestF1(held).thresholds();
    assertThat(thresholds.values()[0]).isCloseTo(0.25, within(1e-7));
    assertThat(thresholds.apply(new float[] {0.3f, 0})[0]).isTrue();
    // b has no probability anywhere, and nothing is fitted to it.
    assertThat(Thresholds.bestF1(held).without()).containsExactly("b");
  }

  @Test
  void aRareLabelIsNotGivenToEverybody() {
    // Of 60 clips one carries a, and ranks 58th: its best F1, 2/59, gives it to 58 clips.
    float[][] targets = new float[60][2];
    float[][] probabilities = new float[60][2];
    for (int i = 0; i < 60; i++) {
      targets[i][0] = i == 57 ? 1 : 0;
      probabilities[i][0] = 0.01f * (60 - i) / 60;
      // b is carried by twenty, and all that is said of it is the same.
      targets[i][1] = i < 20 ? 1 : 0;
      probabilities[i][1] = 0.3f;
    }
    Predictions held = predictions(targets, probabilities, true);
    assertThat(Thresholds.bestF1(held).thresholds().values()).containsExactly(0.5, 0.5);
    assertThat(Thresholds.bestF1(held).without()).containsExactly("a", "b");
    AnswerSettings asked = new AnswerSettings(AnswerSettings.Correction.TEMPERATURE, true, 0.95);
    AnswerSettings.Fitted fitted = asked.fit(held);
    assertThat(fitted.even()).containsExactly("a", "b");
    boolean[] given = fitted.thresholds().apply(fitted.calibration().apply(probabilities[0]));
    assertThat(given).containsExactly(false, false);
  }

  private static float[][] often(float[][] rows, int times) {
    return Stream.generate(() -> rows).limit(times).flatMap(Stream::of).toArray(float[][]::new);
  }

  @Test
  void aGraphCorrectsAsJavaDoes() {
    for (boolean several : new boolean[] {false, true}) {
      Predictions held = overSure(300, 3);
      held =
          new Predictions(
              held.labels(),
              held.ids(),
              held.groups(),
              held.targets(),
              held.probabilities(),
              several);
      for (Calibration calibration :
          List.of(Calibration.temperature(held), Calibration.isotonic(held))) {
        OnnxGraph graph = new OnnxGraph("given");
        String given = graph.input("features", OnnxGraph.BATCH, 3);
        graph.output("probabilities", given, OnnxGraph.BATCH, 3);
        List<Features> rows = new ArrayList<>();
        List<float[]> expected = new ArrayList<>();
        for (float[] row : overSure(200, 4).probabilities()) {
          rows.add(new Features(row, 3));
          expected.add(calibration.apply(row));
        }
        for (float[] edge : new float[][] {{0, 0, 1}, {1, 0, 0}, {0, 0, 0}}) {
          rows.add(new Features(edge, 3));
          expected.add(calibration.apply(edge));
        }
        try (OnnxModel model = OnnxModel.load(calibration.into(graph.bytes(), 3), 1)) {
          float[][] found = model.predict(rows);
          for (int i = 0; i < found.length; i++) {
            assertThat(found[i])
                .as("%s of %s", calibration.words(), List.of(rows.get(i).values()))
                .containsExactly(expected.get(i), within(1e-5f));
          }
        }
      }
    }
  }

  @Test
  void thresholdsOfAPrecisionAreAsWorkedByHand() {
    // Twelve answers for a, of which the third and the eighth surest are wrong; two for b.
    float[][] targets = new float[14][2];
    float[][] probabilities = new float[14][2];
    for (int i = 0; i < 14; i++) {
      boolean a = i < 12;
      boolean right = i != 2 && i != 7;
      targets[i][a == right ? 0 : 1] = 1;
      probabilities[i][a ? 0 : 1] = 0.98f - 0.02f * i;
      probabilities[i][a ? 1 : 0] = 0.02f + 0.02f * i;
    }
    Thresholds thresholds =
        Thresholds.ofPrecision(predictions(targets, probabilities, false), 0.85);
    // Right so far: 1/1, 2/2, 2/3, 3/4, 4/5, 5/6, 6/7 (0.857), 6/8, 7/9, 8/10, 9/11, 10/12 (0.833):
    // seven answers are the most, so halfway between 0.86 and 0.84.
    assertThat(thresholds.values()[0]).isCloseTo(0.85, within(1e-6));
    // b has too few; all fourteen together: 12/14 = 0.857 are right, halfway from 0.72 to 0.
    assertThat(thresholds.values()[1]).isCloseTo(0.36, within(1e-6));
    Predictions answered = predictions(targets, probabilities, false).withThresholds(thresholds);
    assertThat(Answered.of(answered)).isEqualTo(new Answered(9.0 / 14, 8.0 / 9));
    assertThat(new Evaluation(answered, PROTOCOL).accuracy()).isEqualTo(12.0 / 14);
  }

  @Test
  void coverageIsAsWorkedByHand() {
    // Highest probabilities 0.9 right, 0.8 right, 0.7 wrong, 0.6 right.
    float[][] targets = {{1, 0}, {1, 0}, {0, 1}, {1, 0}};
    float[][] probabilities = {{0.9f, 0.1f}, {0.8f, 0.2f}, {0.7f, 0.3f}, {0.6f, 0.4f}};
    Coverage coverage = Coverage.of(predictions(targets, probabilities, false));
    assertThat(coverage.points())
        .extracting(Coverage.Point::coverage)
        .containsExactly(1.0, 0.75, 0.5, 0.25);
    assertThat(coverage.points().get(0).accuracy()).isEqualTo(0.75);
    assertThat(coverage.points().get(1).accuracy()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(coverage.thresholdFor(0.9)).isCloseTo(0.8, within(1e-7));
    assertThat(coverage.thresholdFor(0.7)).isCloseTo(0.6, within(1e-7));
    assertThat(coverage.thresholdFor(1.01)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void calibrationErrorIsAsWorkedByHand() {
    // 0.9 and 0.8 share no bin of 1/15 with each other: |0.9 - 1| / 2 + |0.8 - 0| / 2 = 0.45.
    float[][] targets = {{1, 0}, {0, 1}};
    float[][] probabilities = {{0.9f, 0.1f}, {0.8f, 0.2f}};
    Evaluation evaluation = new Evaluation(predictions(targets, probabilities, false), PROTOCOL);
    assertThat(evaluation.calibrationError()).isCloseTo(0.45, within(1e-7));
  }

  @Test
  void pairedComparisonKnowsTheBetterModel() {
    int clips = 200;
    float[][] targets = new float[clips][2];
    float[][] good = new float[clips][2];
    float[][] poor = new float[clips][2];
    for (int i = 0; i < clips; i++) {
      targets[i][0] = 1;
      good[i][i % 10 == 0 ? 1 : 0] = 1;
      poor[i][i % 4 == 0 ? 1 : 0] = 1;
    }
    PairedComparison paired =
        PairedComparison.of(
            new Evaluation(predictions(targets, good, false), PROTOCOL),
            new Evaluation(predictions(targets, poor, false), PROTOCOL));
    // Right: 180 and 150; both wrong at multiples of 20: 10; so 40 against 10 alone.
    assertThat(paired.difference()).isCloseTo(0.15, within(1e-12));
    assertThat(paired.onlyFirst()).isEqualTo(40);
    assertThat(paired.onlySecond()).isEqualTo(10);
    assertThat(paired.mcNemar()).isLessThan(1e-4);
    assertThat(paired.significant()).isTrue();
  }

  private static Predictions predictions(float[][] targets, float[][] given, boolean multiLabel) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < targets.length; i++) {
      ids.add("clip" + i);
    }
    List<String> labels = List.of("a", "b", "c").subList(0, targets[0].length);
    return new Predictions(labels, ids, ids, targets, given, multiLabel);
  }
}
