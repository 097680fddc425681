package dev.auricle.app;

import dev.auricle.network.checkpoint.CheckpointReader;
import dev.auricle.network.published.PublishedNetwork;
import dev.auricle.network.published.PublishedNetworks;
import dev.auricle.network.store.WeightFile;
import dev.auricle.network.store.WeightFiles;
import dev.auricle.network.store.WeightStore;
import dev.auricle.runtime.Bundle;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Published networks as bundles, their weights found or fetched. */
final class PublishedBundles {
  private PublishedBundles() {}

  /**
   * The bundle of a network.
   *
   * @param given weights that the user named; null to look in the store
   */
  static Bundle of(String network, @Nullable Path given, RunOptions options) {
    // Before anything is fetched.
    WeightFile file = known(network);
    PublishedNetwork published = PublishedNetworks.named(network);
    Path weights = given == null ? fetched(file, options) : given;
    return published.bundle(CheckpointReader.read(weights), file.origin(weights));
  }

  /** The weights of a network that listens, wherever they lie; refuses any other name. */
  static WeightFile known(String network) {
    WeightFile file = WeightFiles.named(network);
    PublishedNetworks.named(network).frontEnd();
    return file;
  }

  /** The file on this machine, fetched if need be. */
  static Path fetched(WeightFile file, RunOptions options) {
    try (Progress progress = new Progress(options.quiet)) {
      return WeightStore.usual().get(file, new DownloadBar(progress, file.file()));
    }
  }
}
