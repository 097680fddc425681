package dev.auricle.learn.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.data.Protocol;
import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.learn.evaluation.Predictions;
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
}
