package dev.auricle.learn.neural;

import dev.auricle.learn.training.Settings;
import dev.auricle.network.Chain;
import dev.auricle.network.Dense;
import dev.auricle.network.Dropout;
import dev.auricle.network.Layer;
import dev.auricle.network.Network;
import dev.auricle.network.Shape;
import dev.auricle.network.Weights;
import dev.auricle.network.embedding.PretrainedWeights;
import dev.auricle.network.published.GreyMobileNet;
import dev.auricle.network.published.PublishedNetwork;
import dev.auricle.network.published.PublishedNetworks;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published network with its weights, trained on for other labels: its last layer is a new one.
 *
 * @param name of the published network
 * @param weights file of its weights; null looks in the user's store
 * @param dropout before the last layer
 * @param care with what was learnt before
 */
record PretrainedPlan(String name, @Nullable Path weights, double dropout, FineTuning.Care care)
    implements NetworkPlan {

  static NetworkPlan from(Settings model) {
    String named = model.text("weights", "");
    Path file = named.isEmpty() ? null : Path.of(named);
    String network = model.text("network", "mn04");
    double dropout = model.number("dropout", 0.2, 0, 0.95);
    PublishedNetwork published = PublishedNetworks.named(network);
    FineTuning.Care care = FineTuning.Care.from(model, published);
    if (network.equals(GreyMobileNet.NETWORK)) {
      return new PicturePlan(file, dropout, care);
    }
    if (published.kind() != PublishedNetwork.Kind.MN) {
      throw model.error(
          "'model.network' is " + network + "; expected mn04, mn05, mn10, mn20 or mobilenet-v1");
    }
    return new PretrainedPlan(network, file, dropout, care);
  }

  private PublishedNetwork published() {
    return PublishedNetworks.named(name);
  }

  @Override
  public Network network(Shape input, int labels) {
    PublishedNetwork published = published();
    if (input.rank() != 2 || input.axis(0) != published.network().input().axis(0)) {
      throw new AuricleException(
          name
              + " reads the front-end "
              + published.kind().frontEnd()
              + " and nothing else; found features of shape "
              + input);
    }
    List<Layer> layers = new ArrayList<>(published.network(input.axis(1)).chain().layers());
    layers.replaceAll(layer -> layer instanceof Dropout ? new Dropout(dropout) : layer);
    layers.set(layers.size() - 1, new Dense(labels));
    return new Network(input, new Chain(layers));
  }

  @Override
  public Weights start(Network network, long seed) {
    Weights learnt = PretrainedWeights.of(published(), weights);
    Weights start = Weights.initial(network, seed);
    for (String parameter : FineTuning.allButTheLast(network)) {
      start = start.with(parameter, learnt.get(parameter));
    }
    return start;
  }

  @Override
  public FineTuning fineTuning(Network network) {
    return care.of(FineTuning.allButTheLast(network), published(), 0);
  }
}
