package dev.auricle.learn.experiment;

import dev.auricle.audio.AudioClip;
import dev.auricle.learn.cache.DiskCache;
import dev.auricle.learn.parallel.Parallel;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.runtime.Preparation;
import org.jspecify.annotations.Nullable;

/**
 * Features of every clip of a store, at one length, computed once, or found in the cache on disk.
 */
final class FeatureStore implements AutoCloseable {
  private final ClipStore clips;
  private final FrontEnd frontEnd;
  private final Preparation toLength;
  private final FloatStore values;
  private final int[][] shapes;

  private FeatureStore(ClipStore clips, FrontEnd frontEnd, @Nullable Double seconds) {
    int count = clips.size();
    this.clips = clips;
    this.frontEnd = frontEnd;
    this.toLength = new Preparation(clips.sampleRate(), null, seconds);
    this.values = new FloatStore(count);
    this.shapes = new int[count][];
  }

  static FeatureStore compute(
      ClipStore clips, FrontEnd frontEnd, @Nullable Double seconds, int threads, Stages stages) {
    FeatureStore store = new FeatureStore(clips, frontEnd, seconds);
    String length = seconds == null ? "" : " of " + seconds + " s";
    try (DiskCache cache =
        DiskCache.open(CachedFeatures.space(clips.preparation(), frontEnd, seconds))) {
      Parallel.forEach(
          store.shapes.length,
          threads,
          stages.enter("computing " + frontEnd.name() + length),
          i -> store.keep(i, store.known(cache, i)));
    }
    return store;
  }

  private Features known(DiskCache cache, int i) {
    byte[] found = cache.get(clips.key(i));
    if (found != null) {
      return CachedFeatures.read(found);
    }
    Features computed = frontEnd.compute(samples(i));
    cache.put(clips.key(i), CachedFeatures.bytes(computed));
    return computed;
  }

  private void keep(int i, Features features) {
    values.put(i, features.values());
    shapes[i] = features.shape();
  }

  ClipStore clips() {
    return clips;
  }

  /** Length of every clip; null where each keeps its own. */
  @Nullable Double seconds() {
    return toLength.seconds();
  }

  FrontEnd frontEnd() {
    return frontEnd;
  }

  Features features(int i) {
    return new Features(values.get(i), shapes[i]);
  }

  /** Samples of clip {@code i} at this store's length: what its features were computed from. */
  float[] samples(int i) {
    return toLength.apply(new AudioClip(clips.samples(i), clips.sampleRate()));
  }

  @Override
  public void close() {
    values.close();
  }
}
