package dev.auricle.learn.experiment;

import dev.auricle.audio.AudioClip;
import dev.auricle.data.Example;
import dev.auricle.data.ExampleAudio;
import dev.auricle.learn.cache.DiskCache;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.runtime.Preparation;

/**
 * Features of clips one by one, through the same cache on disk that training uses: what a run of
 * the same front-end and preparation has found is not computed again. Thread-safe; what is computed
 * is kept once this is closed.
 */
public final class ClipFeatures implements AutoCloseable {
  private final FrontEnd frontEnd;
  private final Preparation preparation;
  private final DiskCache cache;
  private final ClipKeys keys = new ClipKeys();

  /** Features of clips that are prepared so. */
  public ClipFeatures(FrontEnd frontEnd, Preparation preparation) {
    this.frontEnd = frontEnd;
    this.preparation = preparation;
    Preparation before =
        new Preparation(
            preparation.sampleRate(), preparation.trimDb(), null, preparation.levelDb());
    this.cache = DiskCache.open(CachedFeatures.space(before, frontEnd, preparation.seconds()));
  }

  /**
   * The features of a clip.
   *
   * @throws dev.auricle.signal.AuricleException if it cannot be read or holds no sample
   */
  public Features of(Example example) {
    String key = keys.of(example);
    byte[] found = cache.get(key);
    if (found != null) {
      return CachedFeatures.read(found);
    }
    AudioClip clip = ExampleAudio.read(example);
    Features computed = frontEnd.compute(preparation.apply(clip));
    cache.put(key, CachedFeatures.bytes(computed));
    return computed;
  }

  @Override
  public void close() {
    cache.close();
  }
}
