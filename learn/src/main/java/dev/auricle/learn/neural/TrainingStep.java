package dev.auricle.learn.neural;

import static org.bytedeco.pytorch.global.torch.set_autocast_cache_enabled;
import static org.bytedeco.pytorch.global.torch.set_autocast_dtype;
import static org.bytedeco.pytorch.global.torch.set_autocast_enabled;

import dev.auricle.learn.training.Device;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** One step of training: forward, loss, backward, optimizer. Its memory is given back at once. */
final class TrainingStep {
  private final TorchNetwork network;
  private final Optimizer optimizer;
  private final Loss loss;
  private final DeviceType device;
  private final boolean bf16;

  TrainingStep(TorchNetwork network, Optimizer optimizer, Loss loss, TrainingSettings settings) {
    this.network = network;
    this.optimizer = optimizer;
    this.loss = loss;
    this.device = network.device() == Device.CUDA ? DeviceType.CUDA : DeviceType.CPU;
    this.bf16 = settings.precision().on(network.device()) == Precision.BF16;
  }

  /**
   * Trains on one batch.
   *
   * @param features of its clips, one after the other
   * @param targets of its clips, one after the other
   * @param rate learning rate
   * @param seed of dropout
   * @return the mean loss, and the scores
   */
  Outcome run(float[] features, float[] targets, double rate, long seed) {
    int labels = loss.weights().length;
    int batch = targets.length / labels;
    try (PointerScope scope = new PointerScope()) {
      Tensor x = network.put(Tensor.create(features, network.network().input().after(batch)));
      network.gradients().zero_();
      autocast(bf16);
      Tensor scores = network.forward(x, network.training(seed)).to(ScalarType.Float);
      autocast(false);
      Tensor mean = loss.of(scores, network.put(Tensor.create(targets, batch, labels)));
      mean.backward();
      optimizer.step(rate);
      return new Outcome(mean.item_float(), TorchNetwork.values(scores));
    }
  }

  /** Without autocast's cache, which trainings in other threads share: a weight is used once. */
  private void autocast(boolean on) {
    if (bf16) {
      set_autocast_cache_enabled(false);
      set_autocast_dtype(device, ScalarType.BFloat16);
      set_autocast_enabled(device, on);
    }
  }

  /**
   * What a step found.
   *
   * @param loss mean over the batch, before the step
   * @param scores {@code [batch, labels]} in row-major order, before the step
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Outcome(double loss, float[] scores) {}
}
