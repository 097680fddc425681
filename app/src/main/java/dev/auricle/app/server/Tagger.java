package dev.auricle.app.server;

import dev.auricle.network.checkpoint.CheckpointReader;
import dev.auricle.network.published.PublishedNetworks;
import dev.auricle.network.store.WeightFile;
import dev.auricle.network.store.WeightFiles;
import dev.auricle.network.store.WeightStore;
import dev.auricle.runtime.Classifier;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The published network that tags any sound, loaded when first asked for. A server fetches nothing
 * by itself: where the weights are not on its machine, requests are told so.
 */
final class Tagger implements AutoCloseable {
  private static final String NETWORK = "mn04";

  private @Nullable ServedBundle served;

  /**
   * A use of it.
   *
   * @throws Problem with status 503 if the weights are not on this machine
   */
  synchronized ServedBundle.Lease lease() {
    ServedBundle ready = served;
    if (ready == null) {
      ready = load();
      served = ready;
    }
    ServedBundle.Lease lease = ready.lease();
    if (lease == null) {
      throw Problem.unavailable("the server is stopping");
    }
    return lease;
  }

  private static ServedBundle load() {
    WeightFile file = WeightFiles.named(NETWORK);
    Path weights = WeightStore.usual().present(file);
    if (weights == null) {
      throw Problem.unavailable(
          "the weights of "
              + NETWORK
              + " are not on the server's machine; run 'auricle weights get "
              + NETWORK
              + "' there");
    }
    return ServedBundle.of(
        NETWORK,
        Classifier.of(
            PublishedNetworks.named(NETWORK)
                .bundle(CheckpointReader.read(weights), file.origin(weights)),
            1));
  }

  @Override
  public synchronized void close() {
    if (served != null) {
      served.retire();
    }
  }
}
