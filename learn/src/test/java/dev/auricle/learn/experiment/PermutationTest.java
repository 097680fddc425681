package dev.auricle.learn.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.data.Fold;
import dev.auricle.data.Protocol;
import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.learn.evaluation.Predictions;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.network.onnx.OnnxGraph;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.FrontEnds;
import dev.auricle.runtime.OnnxModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Property: permutation importance on a model whose columns are known to matter or not. */
class PermutationTest {
  private static final List<String> COLUMNS = List.of("mfcc_1_mean", "mfcc_2_mean", "rms_mean");

  /** Answers by the sum of both MFCC; the third column counts for nothing. */
  private static byte[] model() {
    OnnxGraph graph = new OnnxGraph("sum");
    String x = graph.input("features", OnnxGraph.BATCH, 3);
    String w = graph.constant(new float[] {0, 9, 0, 9, 0, 0}, 3, 2);
    String sum = graph.node("MatMul", List.of(x, w));
    graph.output("probabilities", graph.node("Softmax", List.of(sum)), OnnxGraph.BATCH, 2);
    return graph.bytes();
  }

  @Test
  void columnsAreGroupedByWhatTheySay() {
    Map<String, int[]> groups = ColumnGroups.of(FrontEnds.preset("descriptors").columns());
    assertThat(groups.keySet()).contains("mfcc", "mfcc_delta", "chroma", "centroid", "tempo");
    assertThat(groups.get("chroma")).hasSize(60);
    assertThat(groups.get("mfcc")).hasSize(100);
    assertThat(groups.values().stream().mapToInt(columns -> columns.length).sum()).isEqualTo(710);
  }

  @Test
  void whatMattersIsMissedAndWhatDoesNotIsNot() {
    int clips = 600;
    SplittableRandom random = new SplittableRandom(1);
    List<Features> rows = new ArrayList<>();
    float[][] targets = new float[clips][2];
    for (int i = 0; i < clips; i++) {
      float level = (float) random.nextGaussian();
      // The two MFCC say the same: dealt one by one, neither would be missed much.
      rows.add(new Features(new float[] {level, level, (float) random.nextGaussian()}, 3));
      targets[i][level > 0 ? 1 : 0] = 1;
    }
    List<String> ids = IntStream.range(0, clips).mapToObj(String::valueOf).toList();
    try (OnnxModel model = OnnxModel.load(model(), 1)) {
      Map<String, Double> lost =
          Permutation.of(
              model,
              rows,
              IntStream.range(0, clips).toArray(),
              COLUMNS,
              probabilities ->
                  new Evaluation(
                      new Predictions(List.of("a", "b"), ids, ids, targets, probabilities, false),
                      Protocol.parse("kfold:2", 1)),
              7);
      // Without its columns the model guesses: half of the clips, all of which it had right.
      assertThat(lost.get("mfcc")).isCloseTo(0.5, within(0.05));
      assertThat(lost.get("rms")).isZero();
    }
  }

  /** Each clip a fold, or each label: what is dealt among a fold's own clips would tell nothing. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void foldsOfOneClipOrOneLabelMissWhatMattersToo(boolean oneClip) {
    int clips = 200;
    SplittableRandom random = new SplittableRandom(1);
    List<Features> rows = new ArrayList<>();
    for (int i = 0; i < clips; i++) {
      float level = (float) Math.abs(random.nextGaussian()) * (i % 2 == 0 ? -1 : 1);
      rows.add(new Features(new float[] {level, level, 0}, 3));
    }
    List<FoldResult> folds = new ArrayList<>();
    try (OnnxModel model = OnnxModel.load(model(), 1)) {
      for (int f = 0; f < (oneClip ? clips : 2); f++) {
        int label = f % 2;
        int[] tested =
            oneClip
                ? new int[] {f}
                : IntStream.range(0, clips).filter(i -> i % 2 == label).toArray();
        Fold fold = new Fold("fold " + f, new int[0], new int[0], tested);
        Map<String, Double> lost =
            Permutation.of(
                model,
                rows,
                tested,
                COLUMNS,
                probabilities -> evaluation(tested, label, probabilities),
                7);
        folds.add(new FoldResult(fold, 1, 1, List.of(), Map.of(), new double[0], lost));
      }
    }
    Map<String, Double> lost = pooled(folds).lostWithout();
    assertThat(lost.get("mfcc")).isCloseTo(0.5, within(0.1));
    assertThat(lost.get("rms")).isZero();
  }

  @Test
  void aFoldCountsByItsClips() {
    FoldResult large = lost("large", 9, 0.2);
    FoldResult small = lost("small", 1, 1.0);
    // (9 x 0.2 + 1 x 1.0) / 10
    assertThat(pooled(List.of(large, small)).lostWithout().get("mfcc"))
        .isCloseTo(0.28, within(1e-12));
  }

  private static FoldResult lost(String name, int clips, double lost) {
    Fold fold = new Fold(name, new int[0], new int[0], IntStream.range(0, clips).toArray());
    return new FoldResult(fold, 1, 1, List.of(), Map.of(), new double[0], Map.of("mfcc", lost));
  }

  private static RecipeResult pooled(List<FoldResult> folds) {
    Evaluation any = evaluation(new int[] {0}, 0, new float[][] {{1, 0}});
    Recipe recipe = Recipes.parse("front-end: descriptors\nmodel: {type: forest}", "any.yaml");
    return new RecipeResult(recipe, any, 1, folds, 0, 0, 0, null);
  }

  private static Evaluation evaluation(int[] tested, int label, float[][] probabilities) {
    List<String> ids = IntStream.of(tested).mapToObj(String::valueOf).toList();
    float[][] targets = new float[tested.length][2];
    for (float[] target : targets) {
      target[label] = 1;
    }
    return new Evaluation(
        new Predictions(List.of("a", "b"), ids, ids, targets, probabilities, false),
        Protocol.parse("kfold:2", 1));
  }
}
