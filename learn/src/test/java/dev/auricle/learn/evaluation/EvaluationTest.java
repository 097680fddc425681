package dev.auricle.learn.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.data.Protocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Golden: figures worked by hand. */
class EvaluationTest {
  private static final Protocol PROTOCOL = new Protocol(Protocol.Kind.KFOLD, 5, 0, null, null, 42);

  /**
   * Six clips. True labels a a a b b c; given a a b b c c:
   *
   * <pre>
   *          given a  b  c
   * carries a      2  1  0
   *         b      0  1  1
   *         c      0  0  1
   * </pre>
   */
  private final Evaluation six = single(new int[] {0, 0, 0, 1, 1, 2}, new int[] {0, 0, 1, 1, 2, 2});

  @Test
  void accuracyIsTheShareOfRightClips() {
    assertThat(six.accuracy()).isEqualTo(4.0 / 6);
  }

  @Test
  void confusionHasTrueLabelsInRows() {
    assertThat(six.confusion()).isEqualTo(new int[][] {{2, 1, 0}, {0, 1, 1}, {0, 0, 1}});
  }

  @Test
  void macroF1IsTheMeanOfTheLabels() {
    // a: 2*2/(2*2+0+1) = 4/5; b: 2*1/(2*1+1+1) = 1/2; c: 2*1/(2*1+1+0) = 2/3
    assertThat(six.macroF1()).isCloseTo((0.8 + 0.5 + 2.0 / 3) / 3, within(1e-15));
  }

  @Test
  void macroF1LeavesOutLabelsThatNeverOccur() {
    // Of three labels only a and b occur; c is left out, not counted as 0.
    // a: TP 1, FP 0, FN 1 = 2/3; b: TP 1, FP 1, FN 0 = 2/3
    Evaluation two = single(new int[] {0, 0, 1}, new int[] {0, 1, 1});
    assertThat(two.macroF1()).isCloseTo(2.0 / 3, within(1e-15));
  }

  /** scikit-learn's top_k_accuracy_score takes the last ones of equal scores. */
  @Test
  void ofEqualProbabilitiesTheFirstLabelsCount() {
    List<String> ids = List.of("1", "2", "3");
    float[] even = {0.25f, 0.25f, 0.25f, 0.25f};
    Predictions tied =
        new Predictions(
            List.of("a", "b", "c", "d"),
            ids,
            ids,
            new float[][] {{1, 0, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}},
            new float[][] {even, even, even},
            false);
    Evaluation evaluation = new Evaluation(tied, PROTOCOL);
    assertThat(evaluation.topK(1)).isEqualTo(evaluation.accuracy()).isEqualTo(1.0 / 3);
    assertThat(evaluation.topK(3)).isEqualTo(2.0 / 3);
  }

  @Test
  void majorityIsTheMostFrequentLabel() {
    assertThat(six.majority()).isEqualTo(0.5);
  }

  @Test
  void multiLabelAccuracyWantsEveryLabelRight() {
    Evaluation evaluation =
        new Evaluation(
            new Predictions(
                List.of("x", "y"),
                List.of("1", "2", "3"),
                List.of("1", "2", "3"),
                new float[][] {{1, 1}, {1, 0}, {0, 0}},
                new float[][] {{0.5f, 0.9f}, {0.8f, 0.6f}, {0.1f, 0.4f}},
                true),
            PROTOCOL);
    assertThat(evaluation.accuracy()).isEqualTo(2.0 / 3);
    // x: TP 2 = 1; y: TP 1, FP 1 = 2/3
    assertThat(evaluation.macroF1()).isCloseTo((1 + 2.0 / 3) / 2, within(1e-15));
    assertThatThrownBy(evaluation::confusion).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void intervalIsOfClipsBelowFiveGroups() {
    int[] truth = new int[400];
    int[] guess = IntStream.range(0, 400).map(i -> i % 5 == 0 ? 1 : 0).toArray();
    Evaluation.Interval interval = single(truth, guess, i -> "g" + i % 4).accuracyInterval();
    assertThat(interval.unit()).isEqualTo("clip");
    // Wilson by hand:  (0.758030, 0.836263)
    assertThat(interval.low()).isCloseTo(0.758030, within(1e-5));
    assertThat(interval.high()).isCloseTo(0.836263, within(1e-5));
  }

  @Test
  void intervalOverGroupsIsWiderWhereGroupsAreAllRightOrAllWrong() {
    // 20 groups of 20 clips, each wholly right or wrong: as if there were 20 clips, of which 16
    // are right: standard error sqrt(0.8*0.2/20) = 0.0894, so about [0.6, 0.95].
    int[] truth = new int[400];
    int[] guess = IntStream.range(0, 400).map(i -> i % 20 % 5 == 0 ? 1 : 0).toArray();
    Evaluation evaluation = single(truth, guess, i -> "g" + i % 20);
    Evaluation.Interval interval = evaluation.accuracyInterval();
    assertThat(interval.unit()).isEqualTo("group");
    assertThat(interval.low()).isCloseTo(0.6, within(0.051));
    assertThat(interval.high()).isCloseTo(0.95, within(0.051));
    assertThat(evaluation.accuracyInterval()).isEqualTo(interval);
  }

  @Test
  void allRightOrAllWrongLeavesAsMuchDoubtAsTheClipsAreFew() {
    int[] zeros = new int[300];
    int[] ones = IntStream.range(0, 300).map(i -> 1).toArray();
    // Wilson's: 300 / (300 + 1.959964^2)
    Evaluation.Interval right = single(zeros, zeros, i -> "clip" + i).accuracyInterval();
    assertThat(right.low()).isCloseTo(0.987357, within(1e-6));
    assertThat(right.high()).isEqualTo(1);
    Evaluation.Interval wrong = single(zeros, ones, i -> "clip" + i).accuracyInterval();
    assertThat(wrong.low()).isZero();
    assertThat(wrong.high()).isCloseTo(1 - 0.987357, within(1e-6));
    // Ten groups: as of 300 * (t(299) / t(9))^2 = 300 * (1.967930 / 2.262157)^2 = 227.04 clips
    Evaluation.Interval groups = single(zeros, zeros, i -> "g" + i % 10).accuracyInterval();
    assertThat(groups.unit()).isEqualTo("group");
    assertThat(groups.low()).isCloseTo(227.04 / (227.04 + 3.841459), within(1e-4));
  }

  @Test
  void intervalsHoldTheTruthAsOftenAsTheySayWhereGroupsAreFew() {
    // Groups of 20 clips whose chances vary around 0.8 (Beta(4, 1)); a plain percentile bootstrap
    // holds it 82 % of the time with five groups and 88 % with ten.
    for (int groups : new int[] {5, 10}) {
      Random random = new Random(groups);
      int held = 0;
      for (int trial = 0; trial < 250; trial++) {
        double[] chances =
            random.doubles(groups).map(u -> Math.pow(u, 0.25)).toArray(); // Beta(4, 1)
        int[] guess = new int[20 * groups];
        for (int i = 0; i < guess.length; i++) {
          guess[i] = random.nextDouble() < chances[i % groups] ? 0 : 1;
        }
        Evaluation.Interval interval =
            single(new int[guess.length], guess, i -> "g" + i % groups).accuracyInterval();
        held += interval.low() <= 0.8 && interval.high() >= 0.8 ? 1 : 0;
      }
      assertThat(held / 250.0).as("%d groups", groups).isGreaterThan(groups == 5 ? 0.86 : 0.9);
    }
  }

  @Test
  void studentsAndNormalPercentilesAreThoseOfTables() {
    assertThat(Normal.student(5)).isCloseTo(2.776445, within(0.01));
    assertThat(Normal.student(10)).isCloseTo(2.262157, within(0.001));
    assertThat(Normal.student(1000)).isCloseTo(1.962341, within(1e-5));
    assertThat(Normal.below(-1.959964)).isCloseTo(0.025, within(1e-6));
    assertThat(Normal.below(1)).isCloseTo(0.841345, within(1e-6));
  }

  @Test
  void differencesAreClearWhereMcNemarsTestSaysSo() {
    // Exact p of 5:0 is 0.0625, of 7:1 0.070, of 6:0 0.031, of 9:1 0.021
    assertThat(difference(5, 0).significant()).isFalse();
    assertThat(difference(7, 1).significant()).isFalse();
    assertThat(difference(6, 0).significant()).isTrue();
    assertThat(difference(9, 1).significant()).isTrue();
    // Bonett and Price by hand: (7 / 102 - 1 / 102) -+ 1.959964 sqrt((8 / 102 - (6 / 102)^2) / 102)
    assertThat(difference(6, 0).interval().low()).isCloseTo(0.005687, within(1e-6));
  }

  /** Of 100 clips, so many that only the first gets right, and only the second. */
  private static PairedComparison difference(int onlyFirst, int onlySecond) {
    int[] truth = new int[100];
    int[] first = IntStream.range(0, 100).map(i -> i < onlySecond ? 1 : 0).toArray();
    int[] second = IntStream.range(0, 100).map(i -> i >= 100 - onlyFirst ? 1 : 0).toArray();
    return PairedComparison.of(
        single(truth, first, i -> "clip" + i), single(truth, second, i -> "clip" + i));
  }

  @Test
  void bootstrapOfAnyFigureAgreesWithTheMean() {
    List<String> groups = IntStream.range(0, 60).mapToObj(i -> "g" + i % 12).toList();
    double[] values = IntStream.range(0, 60).mapToDouble(i -> Math.sin(i)).toArray();
    Bootstrap bootstrap = Bootstrap.over(groups, 7);
    Evaluation.Interval byMean = bootstrap.mean(values);
    Evaluation.Interval byFigure =
        bootstrap.of(clips -> IntStream.of(clips).mapToDouble(i -> values[i]).average().orElse(0));
    assertThat(byFigure.low()).isCloseTo(byMean.low(), within(1e-12));
    assertThat(byFigure.high()).isCloseTo(byMean.high(), within(1e-12));
  }

  @Test
  void percentileIsLinearBetweenNeighbours() {
    // NumPy: percentile([1, 2, 4, 8], 40) = place 1.2 between 2 and 4 = 2.4
    assertThat(Bootstrap.percentile(new double[] {1, 2, 4, 8}, 40)).isCloseTo(2.4, within(1e-15));
    assertThat(Bootstrap.percentile(new double[] {1, 2, 4, 8}, 100)).isEqualTo(8);
  }

  @Test
  void predictionsThatDoNotFitTogetherAreRefusedByName() {
    assertThatThrownBy(() -> one(new float[] {1, 0}, new float[] {Float.NaN, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clip.wav")
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> one(new float[] {1, 1}, new float[] {0.5f, 0.5f}))
        .hasMessageContaining("carries 2 labels");
    assertThatThrownBy(() -> one(new float[] {0.5f, 1}, new float[] {0.5f, 0.5f}))
        .hasMessageContaining("0.5, not 0 or 1");
    assertThatThrownBy(() -> one(new float[] {1, 0}, new float[] {1}))
        .hasMessageContaining("expected 2 of each");
  }

  private static Predictions one(float[] targets, float[] probabilities) {
    return new Predictions(
        List.of("a", "b"),
        List.of("clip.wav"),
        List.of("g"),
        new float[][] {targets},
        new float[][] {probabilities},
        false);
  }

  private static Evaluation single(int[] truth, int[] guess) {
    return single(truth, guess, i -> "g" + i);
  }

  private static Evaluation single(int[] truth, int[] guess, IntFunction<String> group) {
    List<String> ids = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    float[][] targets = new float[truth.length][3];
    float[][] probabilities = new float[truth.length][3];
    for (int i = 0; i < truth.length; i++) {
      ids.add("clip" + i);
      groups.add(group.apply(i));
      targets[i][truth[i]] = 1;
      Arrays.fill(probabilities[i], 0.2f);
      probabilities[i][guess[i]] = 0.6f;
    }
    return new Evaluation(
        new Predictions(List.of("a", "b", "c"), ids, groups, targets, probabilities, false),
        PROTOCOL);
  }
}
