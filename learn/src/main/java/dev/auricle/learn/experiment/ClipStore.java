package dev.auricle.learn.experiment;

import dev.auricle.audio.AudioClip;
import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.learn.parallel.Parallel;
import dev.auricle.runtime.Preparation;
import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A dataset's clips, decoded, resampled and trimmed once, each at its own length. Clips that cannot
 * be read are left out of {@link #dataset()} and named in its warnings.
 */
final class ClipStore implements AutoCloseable {
  private final Dataset dataset;
  private final int sampleRate;
  private final FloatStore samples;
  private final String[] fingerprints;
  private final int[] slots;

  private ClipStore(
      Dataset dataset, int sampleRate, FloatStore samples, String[] fingerprints, int[] slots) {
    this.dataset = dataset;
    this.sampleRate = sampleRate;
    this.samples = samples;
    this.fingerprints = fingerprints;
    this.slots = slots;
  }

  /**
   * Reads every clip.
   *
   * @param sampleRate to resample to, in Hz
   * @param trimDb see {@link Preparation}
   */
  static ClipStore read(
      Dataset dataset, int sampleRate, @Nullable Double trimDb, int threads, Stages stages) {
    int count = dataset.examples().size();
    FloatStore samples = new FloatStore(count);
    String[] fingerprints = new String[count];
    Map<Integer, String> failures = new ConcurrentSkipListMap<>();
    Preparation preparation = new Preparation(sampleRate, trimDb, null);
    Parallel.forEach(
        count,
        threads,
        stages.enter("reading " + count + " clips at " + sampleRate + " Hz"),
        i -> {
          try {
            AudioClip clip = ClipReader.read(dataset.examples().get(i));
            fingerprints[i] = Fingerprint.of(clip);
            samples.put(i, preparation.apply(clip));
          } catch (AuricleException e) {
            failures.put(i, String.valueOf(e.getMessage()));
          }
        });
    int[] slots = IntStream.range(0, count).filter(i -> !failures.containsKey(i)).toArray();
    return new ClipStore(
        without(dataset, slots, failures), sampleRate, samples, fingerprints, slots);
  }

  private static Dataset without(Dataset all, int[] kept, Map<Integer, String> failures) {
    if (failures.isEmpty()) {
      return all;
    }
    String first = failures.values().iterator().next();
    if (kept.length == 0) {
      throw new AuricleException("none of the " + failures.size() + " clips can be read: " + first);
    }
    List<Example> examples = new ArrayList<>();
    for (int i : kept) {
      examples.add(all.examples().get(i));
    }
    List<String> labels =
        all.labels().stream()
            .filter(label -> examples.stream().anyMatch(e -> e.labels().contains(label)))
            .toList();
    if (labels.size() < 2) {
      throw new AuricleException(
          "only the label '"
              + labels.get(0)
              + "' is left; of the others no clip can be read: "
              + first);
    }
    List<String> warnings = new ArrayList<>(all.warnings());
    failures.values().forEach(reason -> warnings.add("left out: " + reason));
    return new Dataset(
        all.name(),
        all.root(),
        all.layout(),
        all.description(),
        List.copyOf(examples),
        labels,
        all.groupName(),
        all.defaultProtocol(),
        List.copyOf(warnings));
  }

  /** The clips that could be read. */
  Dataset dataset() {
    return dataset;
  }

  int size() {
    return slots.length;
  }

  int sampleRate() {
    return sampleRate;
  }

  /** Resampled and trimmed samples of clip {@code i}. */
  float[] samples(int i) {
    return samples.get(slots[i]);
  }

  double seconds(int i) {
    return samples.length(slots[i]) / (double) sampleRate;
  }

  /** {@link Fingerprint} of clip {@code i}, before resampling and trimming. */
  String fingerprint(int i) {
    return fingerprints[slots[i]];
  }

  /** Names all the clips together. */
  String fingerprint() {
    return Fingerprint.of(IntStream.of(slots).mapToObj(slot -> fingerprints[slot]).toList());
  }

  @Override
  public void close() {
    samples.close();
  }
}
