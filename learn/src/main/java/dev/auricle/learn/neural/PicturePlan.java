package dev.auricle.learn.neural;

import dev.auricle.network.AddChannel;
import dev.auricle.network.Chain;
import dev.auricle.network.Dense;
import dev.auricle.network.Dropout;
import dev.auricle.network.Layer;
import dev.auricle.network.Network;
import dev.auricle.network.Shape;
import dev.auricle.network.Standardize;
import dev.auricle.network.Weight;
import dev.auricle.network.Weights;
import dev.auricle.network.embedding.PretrainedWeights;
import dev.auricle.network.published.GreyMobileNet;
import dev.auricle.network.published.PublishedNetwork;
import dev.auricle.network.published.PublishedNetworks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * MobileNet v1, which learnt from photographs, trained on with spectrograms as pictures in one
 * colour. Levels from 0 dB down to -80 dB become 1 to -1, so the front-end's levels should count
 * from the clip's loudest point ({@code normalise: peak}).
 *
 * @param weights file of its weights; null looks in the user's store
 * @param dropout before the last layer
 * @param care with what was learnt before
 */
record PicturePlan(@Nullable Path weights, double dropout, FineTuning.Care care)
    implements NetworkPlan {
  private static final float HALF_RANGE_DB = 40;

  /** The published network's layers stand behind the channel and the levels. */
  private static final int BEFORE = 2;

  private static final String LEVELS = "1.";

  @Override
  public Network network(Shape input, int labels) {
    Spectrograms.require(input, "pretrained");
    List<Layer> layers = new ArrayList<>();
    layers.add(new AddChannel());
    layers.add(new Standardize(Standardize.Per.INPUT));
    layers.addAll(GreyMobileNet.layers(input.axis(0), input.axis(1)));
    layers.add(new Dropout(dropout));
    layers.add(new Dense(labels));
    return new Network(input, new Chain(layers));
  }

  @Override
  public Weights start(Network network, long seed) {
    Weights learnt = GreyMobileNet.add(PretrainedWeights.of(photographs(), weights));
    Weights start =
        Weights.initial(network, seed)
            .with(LEVELS + "scale", new Weight(new float[] {1 / HALF_RANGE_DB}, Shape.of(1)))
            .with(LEVELS + "shift", new Weight(new float[] {1}, Shape.of(1)));
    for (String parameter : learnt(network)) {
      start = start.with(parameter, learnt.get(published(parameter)));
    }
    return start;
  }

  @Override
  public FineTuning fineTuning(Network network) {
    return care.of(learnt(network), photographs(), BEFORE);
  }

  private static PublishedNetwork photographs() {
    return PublishedNetworks.named(GreyMobileNet.NETWORK);
  }

  /** Its name in the published network. */
  private static String published(String parameter) {
    return (FineTuning.layer(parameter) - BEFORE) + parameter.substring(parameter.indexOf('.'));
  }

  /** All but the levels' and the last layer's. */
  private static Set<String> learnt(Network network) {
    Set<String> names = FineTuning.allButTheLast(network);
    names.removeIf(name -> name.startsWith(LEVELS));
    return names;
  }
}
