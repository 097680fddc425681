package dev.auricle.learn.experiment;

import dev.auricle.audio.AudioClip;
import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.runtime.Preparation;
import dev.auricle.signal.AuricleException;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** A dataset's clips, decoded, resampled and trimmed once, each at its own length. */
final class ClipStore implements AutoCloseable {
  private final Dataset dataset;
  private final int sampleRate;
  private final FloatStore samples;
  private final String[] fingerprints;

  private ClipStore(Dataset dataset, int sampleRate) {
    this.dataset = dataset;
    this.sampleRate = sampleRate;
    this.samples = new FloatStore(dataset.examples().size());
    this.fingerprints = new String[dataset.examples().size()];
  }

  /** Reads every clip; {@code failures} receives the index and reason of each that cannot be read. */
  static ClipStore read(
      Dataset dataset,
      int sampleRate,
      @Nullable Double trimDb,
      int threads,
      Stages stages,
      ConcurrentSkipListMap<Integer, String> failures) {
    int count = dataset.examples().size();
    ClipStore store = new ClipStore(dataset, sampleRate);
    Preparation preparation = new Preparation(sampleRate, trimDb, null);
    Parallel.forEach(
        count,
        threads,
        stages.enter("reading " + count + " clips at " + sampleRate + " Hz"),
        i -> {
          Example example = dataset.examples().get(i);
          try {
            AudioClip clip = ClipReader.read(example);
            store.fingerprints[i] = Fingerprint.of(clip);
            store.samples.put(i, preparation.apply(clip));
          } catch (AuricleException e) {
            failures.put(i, String.valueOf(e.getMessage()));
          }
        });
    return store;
  }

  Dataset dataset() {
    return dataset;
  }

  int sampleRate() {
    return sampleRate;
  }

  /** Resampled and trimmed samples of clip {@code i}. */
  float[] samples(int i) {
    return samples.get(i);
  }

  double seconds(int i) {
    return samples.length(i) / (double) sampleRate;
  }

  /** {@link Fingerprint} of clip {@code i}, before resampling and trimming. */
  String fingerprint(int i) {
    return fingerprints[i];
  }

  @Override
  public void close() {
    samples.close();
  }
}
