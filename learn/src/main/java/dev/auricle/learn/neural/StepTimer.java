package dev.auricle.learn.neural;

import com.sun.management.OperatingSystemMXBean;
import dev.auricle.learn.training.Trainer;
import dev.auricle.network.Network;
import dev.auricle.network.Shape;
import dev.auricle.network.Weights;
import dev.auricle.signal.AuricleException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;

/**
 * How long a training step takes, on random features.
 *
 * @param wallMillis median by the clock
 * @param processorMillis mean, of all threads together
 */
public record StepTimer(double wallMillis, double processorMillis) {

  /**
   * Times the steps of a trainer's network.
   *
   * @param input shape of a clip's features
   * @throws AuricleException if it trains no network
   */
  public static StepTimer time(
      Trainer any, Shape input, int labels, int warm, int steps, int threads) {
    NeuralTrainer trainer =
        NeuralTrainer.in(any)
            .orElseThrow(
                () ->
                    new AuricleException(
                        "this recipe trains no network: there are no steps to time"));
    TrainingSettings settings = trainer.settings();
    Network network = trainer.network(input, labels);
    return time(network, settings, settings.batch(), warm, steps, threads);
  }

  static StepTimer time(
      Network network, TrainingSettings settings, int batch, int warm, int steps, int threads) {
    LibTorch.useThreads(threads);
    Random random = new Random(1);
    float[] features = new float[batch * network.input().size()];
    for (int k = 0; k < features.length; k++) {
      features[k] = (float) random.nextGaussian();
    }
    int labels = network.output().size();
    float[] targets = new float[batch * labels];
    for (int i = 0; i < batch; i++) {
      targets[i * labels + i % labels] = 1;
    }
    try (PointerScope scope = new PointerScope()) {
      TorchNetwork torch = new TorchNetwork(network, Weights.initial(network, 1));
      TrainingStep step =
          new TrainingStep(torch, new Optimizer(torch, settings), Loss.even(labels), settings);
      for (int s = 0; s < warm; s++) {
        step.run(features, targets, settings.rate(), s);
      }
      List<Double> millis = new ArrayList<>();
      long processor = processorNanos();
      for (int s = 0; s < steps; s++) {
        long start = System.nanoTime();
        step.run(features, targets, settings.rate(), s);
        millis.add((System.nanoTime() - start) / 1e6);
      }
      millis.sort(null);
      double spent = (processorNanos() - processor) / 1e6 / steps;
      return new StepTimer(millis.get(millis.size() / 2), spent);
    }
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
