package dev.auricle.network.embedding;

import dev.auricle.audio.fetch.Checksum;
import dev.auricle.network.Weights;
import dev.auricle.network.checkpoint.CheckpointReader;
import dev.auricle.network.published.PublishedNetwork;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.OnnxModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A published network's weights and its running graph, loaded when first asked for and kept until
 * the process ends. Thread-safe.
 */
final class Backbone {
  /** The name by which OnnxModel knows a graph's main output, whatever it holds. */
  private static final String OUTPUT = "probabilities";

  /** By network, weights and output: a recipe that is read many times runs one. */
  private static final Map<String, OnnxModel> RUNNING = new ConcurrentHashMap<>();

  private final PublishedNetwork network;
  private final @Nullable Path given;
  private @Nullable Path file;
  private @Nullable String checksum;
  private @Nullable Weights weights;
  private @Nullable OnnxModel model;

  /**
   * A network.
   *
   * @param given file of its weights; null looks in the user's store
   */
  Backbone(PublishedNetwork network, @Nullable Path given) {
    this.network = network;
    this.given = given;
  }

  private synchronized Path file() {
    Path found = file;
    if (found == null) {
      found = PretrainedWeights.file(network, given);
      file = found;
    }
    return found;
  }

  /** Names the weights, so that features of other ones are never taken for theirs. */
  synchronized String sha256() {
    String known = checksum;
    if (known == null) {
      known = Checksum.of("SHA-256", file()).hex();
      checksum = known;
    }
    return known;
  }

  synchronized Weights weights() {
    Weights loaded = weights;
    if (loaded == null) {
      loaded = network.fill(CheckpointReader.read(file()));
      weights = loaded;
    }
    return loaded;
  }

  /** The embedding of what the network reads. */
  Features embed(EmbeddingFrontEnd frontEnd, Features features) {
    return model(frontEnd).compute(OUTPUT, List.of(features)).get(0);
  }

  private synchronized OnnxModel model(EmbeddingFrontEnd frontEnd) {
    OnnxModel running = model;
    if (running == null) {
      running =
          RUNNING.computeIfAbsent(
              network.name() + " " + frontEnd.options(),
              same -> OnnxModel.load(frontEnd.graph(OUTPUT), 1));
      model = running;
    }
    return running;
  }
}
