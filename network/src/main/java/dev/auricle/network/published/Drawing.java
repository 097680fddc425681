package dev.auricle.network.published;

import dev.auricle.network.BatchNorm;
import dev.auricle.network.Chain;
import dev.auricle.network.Conv;
import dev.auricle.network.Dense;
import dev.auricle.network.Layer;
import dev.auricle.network.Network;
import dev.auricle.network.Residual;
import dev.auricle.network.Shape;
import dev.auricle.network.SqueezeExcite;
import java.util.ArrayList;
import java.util.List;

/** Layers in the making, each noted with the name that PyTorch gives its numbers. Mutable. */
final class Drawing {
  private final List<Layer> layers = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();

  /** A layer and its parameters' sources, in the parameters' order. */
  Drawing add(Layer layer, Source... from) {
    layers.add(layer);
    sources.addAll(List.of(from));
    return this;
  }

  Drawing conv(Conv conv, String module) {
    return add(conv, Source.of(module + ".weight"));
  }

  Drawing norm(BatchNorm norm, String module) {
    return add(
        norm,
        Source.of(module + ".weight"),
        Source.of(module + ".bias"),
        Source.of(module + ".running_mean"),
        Source.of(module + ".running_var"));
  }

  Drawing dense(int columns, String module) {
    return add(new Dense(columns), Source.of(module + ".weight"), Source.of(module + ".bias"));
  }

  Drawing squeeze(SqueezeExcite squeeze, String module) {
    return add(
        squeeze,
        Source.of(module + ".fc1.weight"),
        Source.of(module + ".fc1.bias"),
        Source.of(module + ".fc2.weight"),
        Source.of(module + ".fc2.bias"));
  }

  /** The layers of another drawing behind these. */
  Drawing append(Drawing other) {
    layers.addAll(other.layers);
    sources.addAll(other.sources);
    return this;
  }

  /** What a body and a shortcut make of their common input, added. */
  Drawing residual(Drawing body, Drawing shortcut) {
    layers.add(new Residual(body.chain(), shortcut.chain()));
    sources.addAll(body.sources);
    sources.addAll(shortcut.sources);
    return this;
  }

  /** How many layers stand here so far. */
  int size() {
    return layers.size();
  }

  private Chain chain() {
    return new Chain(layers);
  }

  Blueprint blueprint(Shape input) {
    return new Blueprint(new Network(input, chain()), sources);
  }
}
