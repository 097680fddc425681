package dev.auricle.learn.similarity;

import dev.auricle.network.embedding.BundleEmbedding;
import dev.auricle.network.embedding.EmbeddingFrontEnd;
import dev.auricle.network.embedding.FrontEndChoice;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.runtime.Preparation;
import dev.auricle.signal.AuricleException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What turns a clip into one vector, and how clips are prepared for it. Close it to free native
 * memory.
 *
 * @param frontEnd gives one vector a clip
 */
public record Embedder(FrontEnd frontEnd, Preparation preparation) implements AutoCloseable {
  /** Names that {@link #named} knows. */
  public static final List<String> NAMES = FrontEndChoice.embeddings();

  /**
   * By a published network's name, or by a bundle's file.
   *
   * @throws AuricleException if there is neither
   */
  public static Embedder of(String nameOrBundle) {
    if (NAMES.contains(nameOrBundle)) {
      return named(nameOrBundle);
    }
    Path file = Path.of(nameOrBundle);
    if (!Files.exists(file)) {
      throw new AuricleException(
          "there is no bundle "
              + nameOrBundle
              + " and no embedding of that name; expected a file (*.auricle), or one of "
              + String.join(", ", NAMES));
    }
    return of(Bundle.read(file));
  }

  /** By a bundle: what its last layer weighs, of clips prepared as it prepares them. */
  public static Embedder of(Bundle bundle) {
    return new Embedder(BundleEmbedding.of(bundle), bundle.preparation());
  }

  /** By a published network: its embedding, of whole clips. */
  public static Embedder named(String name) {
    FrontEnd frontEnd = FrontEndChoice.of(Map.of("preset", name));
    if (!(frontEnd instanceof EmbeddingFrontEnd)) {
      throw new IllegalArgumentException(name + " is no embedding");
    }
    return new Embedder(frontEnd, new Preparation(frontEnd.sampleRate(), null, null));
  }

  public String name() {
    return frontEnd.name();
  }

  @Override
  public void close() {
    if (frontEnd instanceof BundleEmbedding loaded) {
      loaded.close();
    }
  }
}
