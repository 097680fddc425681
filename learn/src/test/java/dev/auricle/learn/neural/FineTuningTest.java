package dev.auricle.learn.neural;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.learn.training.Device;
import dev.auricle.network.Activate;
import dev.auricle.network.BatchNorm;
import dev.auricle.network.Chain;
import dev.auricle.network.Dense;
import dev.auricle.network.Network;
import dev.auricle.network.Nonlinearity;
import dev.auricle.network.Shape;
import dev.auricle.network.Weights;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Property: while new layers are trained alone the others keep every number; afterwards these move
 * at their own rate; frozen normalisation keeps its statistics throughout.
 */
class FineTuningTest {
  private static final int BATCH = 16;
  private static final int LABELS = 3;
  private static final Network NETWORK =
      new Network(
          Shape.of(5),
          new Chain(
              List.of(
                  new Dense(8),
                  new BatchNorm(),
                  new Activate(Nonlinearity.RELU),
                  new Dense(LABELS))));
  private static final Set<String> BODY =
      Set.of("0.weight", "0.bias", "1.scale", "1.shift", "1.mean", "1.variance");

  @ParameterizedTest
  @EnumSource(Optimizer.Kind.class)
  void newLayersAreTrainedAloneFirst(Optimizer.Kind kind) {
    Weights start = Weights.initial(NETWORK, 1);
    Weights alone = train(kind, new FineTuning(BODY, Set.of(), 0, 0.1, true), true, 5);
    assertThat(BODY).allSatisfy(name -> assertThat(moved(start, alone, name)).isZero());
    assertThat(moved(start, alone, "3.weight")).isPositive();

    Weights slow = train(kind, new FineTuning(BODY, Set.of(), 0, 0.01, true), false, 5);
    Weights full = train(kind, new FineTuning(BODY, Set.of(), 0, 1, true), false, 5);
    assertThat(moved(start, slow, "0.weight"))
        .isBetween(0.005 * moved(start, full, "0.weight"), 0.02 * moved(start, full, "0.weight"));
    assertThat(moved(start, slow, "3.weight")).isGreaterThan(moved(start, slow, "0.weight"));
  }

  @ParameterizedTest
  @EnumSource(Optimizer.Kind.class)
  void frozenLayersStayAsTheyWereAndThoseBehindThemMove(Optimizer.Kind kind) {
    Set<String> first = Set.of("0.weight", "0.bias");
    Weights start = Weights.initial(NETWORK, 1);
    Weights trained = train(kind, new FineTuning(BODY, first, 0, 1, true), false, 5);
    assertThat(first).allSatisfy(name -> assertThat(moved(start, trained, name)).isZero());
    assertThat(moved(start, trained, "1.scale")).isPositive();
    assertThat(moved(start, trained, "3.weight")).isPositive();
  }

  @Test
  void frozenNormalisationKeepsItsStatistics() {
    Optimizer.Kind kind = Optimizer.Kind.ADAMW;
    Weights start = Weights.initial(NETWORK, 1);
    Weights frozen = train(kind, new FineTuning(BODY, Set.of(), 0, 1, true), false, 5);
    Weights free = train(kind, new FineTuning(BODY, Set.of(), 0, 1, false), false, 5);
    for (String name : List.of("1.mean", "1.variance")) {
      assertThat(moved(start, frozen, name)).isZero();
      assertThat(moved(start, free, name)).isPositive();
    }
  }

  private static double moved(Weights from, Weights to, String name) {
    float[] before = from.get(name).values();
    float[] after = to.get(name).values();
    double sum = 0;
    for (int i = 0; i < before.length; i++) {
      sum += Math.abs(after[i] - before[i]);
    }
    return sum;
  }

  private static Weights train(
      Optimizer.Kind kind, FineTuning fineTuning, boolean alone, int steps) {
    Random random = new Random(2);
    float[] features = new float[BATCH * 5];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) (1 + random.nextGaussian());
    }
    float[] targets = new float[BATCH * LABELS];
    for (int i = 0; i < BATCH; i++) {
      targets[i * LABELS + i % LABELS] = 1;
    }
    String recipe = "model: {type: dense}\ntraining: {optimizer: %s}";
    String word = kind.name().toLowerCase(Locale.ROOT);
    TrainingSettings settings =
        ((NeuralTrainer) NeuralTrainerTest.trainer(recipe.formatted(word))).settings();
    try (PointerScope scope = new PointerScope()) {
      TorchNetwork torch =
          new TorchNetwork(NETWORK, Weights.initial(NETWORK, 1), fineTuning, Device.CPU);
      torch.learnAlone(alone);
      TrainingStep step =
          new TrainingStep(torch, new Optimizer(torch, settings), Loss.even(LABELS), settings);
      for (int i = 0; i < steps; i++) {
        step.run(features, targets, 0.001, i);
      }
      return torch.weights();
    }
  }
}
