package dev.auricle.learn.neural;

import dev.auricle.learn.training.Settings;
import dev.auricle.network.Activate;
import dev.auricle.network.BatchNorm;
import dev.auricle.network.Chain;
import dev.auricle.network.Dense;
import dev.auricle.network.Dropout;
import dev.auricle.network.Flatten;
import dev.auricle.network.Layer;
import dev.auricle.network.Network;
import dev.auricle.network.Nonlinearity;
import dev.auricle.network.Shape;
import dev.auricle.network.Standardize;
import java.util.ArrayList;
import java.util.List;

/**
 * Dense layers on a clip's descriptors (or on any features, laid out as one vector).
 *
 * @param widths of the hidden layers
 * @param activation behind each
 * @param normalise whether each is normalised by batch
 * @param dropout behind each
 */
record DensePlan(List<Integer> widths, Nonlinearity activation, boolean normalise, double dropout)
    implements NetworkPlan {

  static DensePlan from(Settings model) {
    return new DensePlan(
        model.integers("widths", List.of(256, 128), 1, 16384),
        model.choice("activation", Nonlinearity.RELU),
        model.flag("normalise", true),
        model.number("dropout", 0.3, 0, 0.95));
  }

  @Override
  public Network network(Shape input, int labels) {
    List<Layer> layers = new ArrayList<>();
    layers.add(new Standardize(Standardize.Per.FIRST_AXIS));
    if (input.rank() > 1) {
      layers.add(new Flatten());
    }
    for (int width : widths) {
      layers.add(new Dense(width, !normalise));
      if (normalise) {
        layers.add(new BatchNorm());
      }
      layers.add(new Activate(activation));
      layers.add(new Dropout(dropout));
    }
    layers.add(new Dense(labels));
    return new Network(input, new Chain(layers));
  }
}
