package dev.auricle.learn.neural;

import dev.auricle.network.Network;
import dev.auricle.network.Shape;
import dev.auricle.network.Weights;

/** A kind of network with its settings, to be laid out once the clips' shape is known. */
interface NetworkPlan {
  /**
   * Lays the network out; its first layer standardises (unless it was learnt before), its last
   * gives a score for each label.
   *
   * @param input shape of a clip's features
   * @throws dev.auricle.signal.AuricleException if these features do not suit it
   */
  Network network(Shape input, int labels);

  /** Numbers to start from, standardisation apart. */
  default Weights start(Network network, long seed) {
    return Weights.initial(network, seed);
  }

  /** How those that were learnt before are trained on. */
  default FineTuning fineTuning(Network network) {
    return FineTuning.NONE;
  }
}
