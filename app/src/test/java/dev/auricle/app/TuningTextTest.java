package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.learn.evaluation.PairedComparison;
import dev.auricle.learn.tuning.Trial;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Property: a search recommends what the nested gain bears out. */
class TuningTextTest {

  @Test
  void theOriginalIsKeptWhereTheTunedIsClearlyWorse() {
    assertThat(advice(0.05, 0.02, 0.08))
        .isEqualToNormalizingNewlines("wrote kn.yaml; try: auricle train sounds -r kn.yaml\n");
    assertThat(advice(-0.05, -0.08, -0.02))
        .contains("clearly worse than neighbours: keep the original")
        .contains("auricle train sounds -r neighbours")
        .doesNotContain("-r kn.yaml");
    for (double high : new double[] {0, 0.03}) {
      assertThat(advice(-0.01, -0.04, high))
          .contains("not clearly better than neighbours; try either")
          .contains("auricle train sounds -r kn.yaml")
          .contains("auricle train sounds -r neighbours");
    }
    assertThat(advice(0.01, 0, 0.02)).contains("not clearly better");
  }

  @Test
  void sharesAreShownWhereNotAllAreWhole() {
    Trial whole = new Trial(Map.of("model.trees", 3), 0.9, 0.1, 1, 1);
    Trial third = new Trial(Map.of("model.trees", 9), 0.8, 0.1, 1, 1 / 3.0);
    assertThat(TuningText.trials(List.of(whole, whole), "accuracy").toString())
        .doesNotContain("of the clips", "%");
    assertThat(TuningText.trials(List.of(whole, third), "accuracy").toString())
        .contains("of the clips", "100 %", "33 %");
  }

  private static String advice(double gain, double low, double high) {
    PairedComparison compared =
        new PairedComparison(gain, new Evaluation.Interval(low, high, "clips"), 0, 0, 1);
    return TuningText.advice(Path.of("sounds"), "neighbours", Path.of("kn.yaml"), compared);
  }
}
