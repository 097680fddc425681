package dev.auricle.network.embedding;

import dev.auricle.network.published.Output;
import dev.auricle.network.published.PublishedNetwork;
import dev.auricle.network.published.PublishedNetworks;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.runtime.FrontEnds;
import dev.auricle.runtime.Nearest;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every front-end that a recipe or a table of features may name: presets, and embeddings. */
public final class FrontEndChoice {
  /** Embeddings by name, with the published network that makes them. */
  private static final Map<String, String> NETWORKS = new LinkedHashMap<>();

  static {
    for (String mn : List.of("mn04", "mn05", "mn10", "mn20")) {
      NETWORKS.put(mn, mn);
    }
    NETWORKS.put("yamnet", "yamnet");
    NETWORKS.put("mobilenet-image", "mobilenet-v1");
  }

  private static final Set<String> OPTIONS = Set.of("preset", "output", "weights", "sampleRate");

  private FrontEndChoice() {}

  /** Names of all, in the order to show them. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(FrontEnds.names());
    names.addAll(NETWORKS.keySet());
    return List.copyOf(names);
  }

  /** Names of those that are a published network's embedding. */
  public static List<String> embeddings() {
    return List.copyOf(NETWORKS.keySet());
  }

  /**
   * A front-end with some options: those of {@link FrontEnds#of}; of an embedding {@code output}
   * (an {@link Output}) and {@code weights} (a file).
   *
   * @throws AuricleException if the preset or an option is unknown, or a value out of range
   */
  public static FrontEnd of(Map<String, ?> options) {
    String network = NETWORKS.get(String.valueOf(options.get("preset")));
    if (network == null) {
      if (options.get("preset") instanceof String name && !names().contains(name)) {
        throw new AuricleException(
            "there is no front-end "
                + name
                + "; did you mean "
                + Nearest.of(name, names())
                + "? There are "
                + String.join(", ", names()));
      }
      return FrontEnds.of(options);
    }
    String name = String.valueOf(options.get("preset"));
    for (String key : options.keySet()) {
      if (!OPTIONS.contains(key)) {
        throw new AuricleException(
            "front-end " + name + " has no option " + key + "; it has output and weights");
      }
    }
    PublishedNetwork published = PublishedNetworks.named(network);
    FrontEnd base = base(published);
    if (options.get("sampleRate") instanceof Number rate && rate.intValue() != base.sampleRate()) {
      throw new AuricleException(
          "front-end "
              + name
              + " reads "
              + base.sampleRate()
              + " Hz and nothing else; found "
              + rate);
    }
    Output output = Output.of(options.get("output"));
    return new EmbeddingFrontEnd(
        name, published, base, output, new Backbone(published, file(options.get("weights"))));
  }

  private static FrontEnd base(PublishedNetwork network) {
    return network.kind() == PublishedNetwork.Kind.IMAGE
        ? FrontEnds.preset("logmel-128")
        : FrontEnds.preset(network.kind().frontEnd());
  }

  private static @Nullable Path file(@Nullable Object weights) {
    return weights == null ? null : Path.of(weights.toString());
  }
}
