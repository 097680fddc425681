package dev.auricle.learn.neural;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * A running average of a network's numbers, decaying exponentially: steadier than the last step's.
 * With a decay of 0 it is the network itself. Its memory belongs to the pointer scope that is open
 * when it is made.
 */
final class Averages {
  private final TorchNetwork network;
  private final double decay;
  private final Tensor trained;
  private final Tensor kept;

  Averages(TorchNetwork network, double decay) {
    this.network = network;
    this.decay = decay;
    trained = network.trained().clone();
    kept = network.kept().clone();
  }

  /** Moves the average towards the network; faster in the first steps, when it knows little. */
  void follow(int steps) {
    if (decay > 0) {
      double now = Math.min(decay, (1.0 + steps) / (10.0 + steps));
      trained.lerp_(network.trained(), new Scalar(1 - now));
      kept.lerp_(network.kept(), new Scalar(1 - now));
    }
  }

  /** Exchanges the network's numbers with the averages; a second call puts them back. */
  void swap() {
    if (decay > 0) {
      try (PointerScope scope = new PointerScope()) {
        exchange(network.trained(), trained);
        exchange(network.kept(), kept);
      }
    }
  }

  private static void exchange(Tensor a, Tensor b) {
    Tensor copy = a.clone();
    a.copy_(b);
    b.copy_(copy);
  }

  /** The averages, as a copy. */
  Snapshot snapshot() {
    return decay > 0
        ? new Snapshot(TorchNetwork.values(trained), TorchNetwork.values(kept))
        : network.snapshot();
  }

  /** Continues from earlier averages. */
  void restore(Snapshot snapshot) {
    TorchNetwork.fill(trained, snapshot.trained());
    TorchNetwork.fill(kept, snapshot.kept());
  }
}
