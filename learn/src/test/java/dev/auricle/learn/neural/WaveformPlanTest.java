package dev.auricle.learn.neural;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.learn.training.TrainingContext;
import dev.auricle.network.Network;
import dev.auricle.network.Parameter;
import dev.auricle.network.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Property: what filters of raw samples begin as, and that the network behind them learns. */
class WaveformPlanTest {
  private static final String MODEL =
      "type: waveform, filters: 16, lengths: [101], stride: 8, filter-layers: 1, begin: constant-q,"
          + " compressed: true, frame-pool: 10, stem: 3, channels: [8, 16]";

  @Test
  void filtersBeginAsCosinesEvenlySpreadOverOctaves() {
    float[] values = filters(MODEL);
    double lowest = 2 / 101.0;
    double step = Math.pow(0.45 / lowest, 1 / 15.0);
    for (int f = 0; f < 16; f++) {
      double strongest = strongest(values, f * 101, 101);
      assertThat(strongest / (lowest * Math.pow(step, f))).as("filter " + f).isBetween(0.9, 1.1);
    }
  }

  @Test
  void tonesAreToldApartWhateverTheirLevel() throws Exception {
    byte[] graph =
        NeuralTrainerTest.trainer("model: {" + MODEL + "}\ntraining: {epochs: 40, rate: 0.01}")
            .fit(
                SyntheticClips.tones(120, 4, 4000, 1),
                null,
                new TrainingContext(42, 2, TrainingContext.Progress.NONE))
            .graph();
    assertThat(SyntheticClips.tones(60, 4, 4000, 2).accuracy(graph)).isGreaterThan(0.9);
  }

  @Test
  void fewFiltersOrShortOnesAreCosinesToo() {
    for (String few : List.of("filters: 1", "filters: 2", "filters: 3, lengths: [400]")) {
      String lengths = few.contains("lengths") ? "" : ", lengths: [2]";
      assertThat(filters("type: waveform, begin: constant-q, " + few + lengths))
          .as(few)
          .doesNotContain(Float.NaN);
    }
  }

  private static float[] filters(String model) {
    WaveformPlan plan = WaveformPlan.from(YamlSettings.of("model", "{" + model + "}"));
    Network network = plan.network(Shape.of(4000), 2);
    Parameter filters =
        network.parameters().stream()
            .filter(p -> p.shape().rank() == 3 && p.shape().axis(1) == 1)
            .findFirst()
            .orElseThrow();
    return plan.start(network, 1).get(filters.name()).values();
  }

  /** Frequency of the greatest magnitude, in cycles a sample. */
  private static double strongest(float[] values, int from, int length) {
    double best = 0;
    double most = -1;
    for (double frequency = 0.005; frequency < 0.5; frequency += 0.0005) {
      double real = 0;
      double imaginary = 0;
      for (int i = 0; i < length; i++) {
        real += values[from + i] * Math.cos(2 * Math.PI * frequency * i);
        imaginary += values[from + i] * Math.sin(2 * Math.PI * frequency * i);
      }
      double magnitude = Math.hypot(real, imaginary);
      if (magnitude > most) {
        most = magnitude;
        best = frequency;
      }
    }
    return best;
  }
}
