package dev.auricle.learn.neural;

import dev.auricle.network.Network;
import dev.auricle.network.Shape;

/** A kind of network with its settings, to be laid out once the clips' shape is known. */
interface NetworkPlan {
  /**
   * Lays the network out; its first layer standardises, its last gives a score for each label.
   *
   * @param input shape of a clip's features
   * @throws dev.auricle.signal.AuricleException if these features do not suit it
   */
  Network network(Shape input, int labels);
}
