package dev.auricle.network.embedding;

import dev.auricle.audio.fetch.DownloadProgress;
import dev.auricle.network.Weights;
import dev.auricle.network.checkpoint.CheckpointReader;
import dev.auricle.network.published.PublishedNetwork;
import dev.auricle.network.store.WeightFiles;
import dev.auricle.network.store.WeightStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds and reads the weights that a published network starts from. */
public final class PretrainedWeights {
  private PretrainedWeights() {}

  /**
   * The weights of a network.
   *
   * @param given their file; null looks in the user's store, and fetches them if need be
   * @throws dev.auricle.signal.AuricleException if they cannot be found, or are another network's
   */
  public static Weights of(PublishedNetwork network, @Nullable Path given) {
    return network.fill(CheckpointReader.read(file(network, given)));
  }

  /** Where they lie. Fits that run side by side wait for the one that fetches them. */
  static synchronized Path file(PublishedNetwork network, @Nullable Path given) {
    return given != null
        ? given
        : WeightStore.usual().get(WeightFiles.named(network.name()), DownloadProgress.NONE);
  }
}
