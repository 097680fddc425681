package dev.auricle.learn.experiment;

import dev.auricle.runtime.FrontEnd;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One front-end's features at each length that folds ask for. */
final class FeatureCache implements AutoCloseable {
  private final ClipStore clips;
  private final FrontEnd frontEnd;
  private final int threads;
  private final Stages stages;
  private final Map<String, FeatureStore> stores = new LinkedHashMap<>();

  FeatureCache(ClipStore clips, FrontEnd frontEnd, int threads, Stages stages) {
    this.clips = clips;
    this.frontEnd = frontEnd;
    this.threads = threads;
    this.stages = stages;
  }

  /** Lengths of some clips, in seconds, after trimming. */
  double[] seconds(int[] indices) {
    double[] seconds = new double[indices.length];
    for (int k = 0; k < indices.length; k++) {
      seconds[k] = clips.seconds(indices[k]);
    }
    return seconds;
  }

  /** Features of clips made {@code seconds} long; null keeps each clip's own length. */
  synchronized FeatureStore at(@Nullable Double seconds) {
    return stores.computeIfAbsent(
        String.valueOf(seconds),
        key -> FeatureStore.compute(clips, frontEnd, seconds, threads, stages));
  }

  @Override
  public void close() {
    stores.values().forEach(FeatureStore::close);
  }
}
