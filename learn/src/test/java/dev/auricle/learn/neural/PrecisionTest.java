package dev.auricle.learn.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.auricle.learn.training.Device;
import dev.auricle.learn.training.FittedModel;
import dev.auricle.learn.training.TrainingContext;
import dev.auricle.network.Network;
import dev.auricle.network.Weights;
import dev.auricle.runtime.Features;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Property: bfloat16 trains to what float32 trains to, within its eight bits. */
class PrecisionTest {
  private static final String RECIPE =
      "model: {type: residual, channels: [8, 16], blocks: 1}\n"
          + "training: {epochs: 12, batch: 16, rate: 0.01, precision: %s}\n";

  @BeforeEach
  void onlyWhereTheProcessorHasIt() {
    assumeTrue(
        Precision.BF16.on(Device.CPU) == Precision.BF16,
        "this processor does not compute in bfloat16, or not rightly");
  }

  @Test
  void aStepFindsTheSameLossAndScores() {
    SyntheticClips clips = SyntheticClips.of(16, 4, 32, 20, 1);
    TrainingStep.Outcome full = step(clips, "float32");
    TrainingStep.Outcome half = step(clips, "bf16");
    // Eight bits are 0.4 %; it adds up over the layers, and differs, or nothing was narrowed.
    assertThat(half.loss()).isCloseTo(full.loss(), within(0.03)).isNotEqualTo(full.loss());
    double distance = 0;
    double size = 0;
    for (int k = 0; k < full.scores().length; k++) {
      distance += Math.pow(full.scores()[k] - half.scores()[k], 2);
      size += Math.pow(full.scores()[k], 2);
    }
    assertThat(Math.sqrt(distance / size)).isLessThan(0.03);
  }

  @Test
  void aTrainingEndsAsAccurate() throws Exception {
    SyntheticClips train = SyntheticClips.of(96, 4, 32, 20, 1);
    SyntheticClips test = SyntheticClips.of(80, 4, 32, 20, 2);
    FittedModel half = fit("bf16", train);
    assertThat(half.details()).containsEntry("precision", "bf16");
    FittedModel full = fit("float32", train);
    int agree = 0;
    for (int i = 0; i < test.size(); i++) {
      agree += best(half, test.features(i)) == best(full, test.features(i)) ? 1 : 0;
    }
    assertThat(agree).isGreaterThan(74);
    double lastHalf = half.curve().get(11).trainLoss();
    assertThat(lastHalf).isCloseTo(full.curve().get(11).trainLoss(), within(0.1));
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    SyntheticClips train = SyntheticClips.of(48, 4, 32, 20, 1);
    assertThat(fit("bf16", train).graph()).isEqualTo(fit("bf16", train).graph());
  }

  private static TrainingStep.Outcome step(SyntheticClips clips, String precision) {
    NeuralTrainer trainer = (NeuralTrainer) NeuralTrainerTest.trainer(RECIPE.formatted(precision));
    Clips all = Clips.of(clips);
    Network network = trainer.network(all.shape(), 4);
    float[] features = new float[all.size() * all.shape().size()];
    float[] targets = new float[all.size() * 4];
    for (int i = 0; i < all.size(); i++) {
      System.arraycopy(all.features(i), 0, features, i * all.shape().size(), all.shape().size());
      System.arraycopy(all.target(i), 0, targets, i * 4, 4);
    }
    try (PointerScope scope = new PointerScope()) {
      TorchNetwork torch = new TorchNetwork(network, Weights.initial(network, 1));
      TrainingSettings settings = trainer.settings();
      return new TrainingStep(torch, new Optimizer(torch, settings), Loss.even(4), settings)
          .run(features, targets, 0.01, 1);
    }
  }

  private static FittedModel fit(String precision, SyntheticClips train) {
    TrainingContext context = new TrainingContext(42, 2, TrainingContext.Progress.NONE);
    return NeuralTrainerTest.trainer(RECIPE.formatted(precision)).fit(train, null, context);
  }

  private static int best(FittedModel model, Features clip) throws Exception {
    long[] shape = {1, clip.shape()[0], clip.shape()[1]};
    float[] probabilities = OnnxRun.run(model.graph(), clip.values(), shape);
    int best = 0;
    for (int k = 1; k < probabilities.length; k++) {
      best = probabilities[k] > probabilities[best] ? k : best;
    }
    return best;
  }
}
