package dev.auricle.learn.experiment;

import dev.auricle.audio.AudioClip;
import dev.auricle.data.Damages;
import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.ExampleAudio;
import dev.auricle.learn.cache.CodeVersion;
import dev.auricle.learn.cache.DiskCache;
import dev.auricle.learn.parallel.Parallel;
import dev.auricle.runtime.Preparation;
import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A dataset's clips, decoded, resampled and trimmed once, each at its own length. Clips that cannot
 * be read are left out of {@link #dataset()} and named in its warnings. What the cache on disk
 * knows of a clip is not found out again: its samples are then decoded when they are first asked
 * for.
 */
final class ClipStore implements AutoCloseable {
  private final Dataset dataset;
  private final Preparation preparation;
  private final FloatStore samples;
  private final ClipFacts[] facts;
  private final int[] slots;
  private final int threads;
  private final Stages stages;

  private ClipStore(
      Dataset dataset,
      Preparation preparation,
      FloatStore samples,
      ClipFacts[] facts,
      int threads,
      Stages stages) {
    this.dataset = dataset;
    this.preparation = preparation;
    this.samples = samples;
    this.facts = facts;
    this.slots = IntStream.range(0, facts.length).filter(i -> facts[i] != null).toArray();
    this.threads = threads;
    this.stages = stages;
  }

  /**
   * Reads every clip that is not known yet.
   *
   * @param preparation of all clips, which keeps their lengths
   */
  static ClipStore read(Dataset all, Preparation preparation, int threads, Stages stages) {
    requireTwoLabels(all);
    int count = all.examples().size();
    FloatStore samples = new FloatStore(count);
    ClipFacts[] facts = new ClipFacts[count];
    Map<Integer, String> failures = new ConcurrentSkipListMap<>();
    Damages damages = new Damages();
    ClipKeys keys = new ClipKeys();
    try (DiskCache cache =
        DiskCache.open("clips and lengths " + CodeVersion.ofFeatures() + " " + preparation)) {
      Parallel.forEach(
          count,
          threads,
          stages.enter("reading " + count + " clips at " + preparation.sampleRate() + " Hz"),
          i -> {
            try {
              facts[i] =
                  find(
                      all.examples().get(i),
                      keys,
                      cache,
                      preparation,
                      samples,
                      i,
                      wrong -> damages.add(i, all.examples().get(i).id(), wrong));
            } catch (AuricleException e) {
              failures.put(i, String.valueOf(e.getMessage()));
            }
          });
    }
    int[] kept = IntStream.range(0, count).filter(i -> !failures.containsKey(i)).toArray();
    return new ClipStore(
        without(all, kept, failures).withWarnings(warnings(all, failures, damages)),
        preparation,
        samples,
        facts,
        threads,
        stages);
  }

  private static ClipFacts find(
      Example example,
      ClipKeys keys,
      DiskCache cache,
      Preparation preparation,
      FloatStore samples,
      int slot,
      Consumer<List<String>> damaged) {
    String key = keys.of(example);
    byte[] known = cache.get(key);
    if (known != null) {
      return ClipFacts.read(key, known);
    }
    List<String> damages = new ArrayList<>();
    AudioClip clip = ExampleAudio.read(example, damages::add);
    float[] prepared = preparation.apply(clip);
    samples.put(slot, prepared);
    ClipFacts found = new ClipFacts(key, Fingerprint.of(clip), prepared.length, clip.seconds());
    if (damages.isEmpty()) {
      cache.put(key, found.bytes());
    } else { // decoded at every run, so that every run says so
      damaged.accept(damages);
    }
    return found;
  }

  private static List<String> warnings(
      Dataset all, Map<Integer, String> failures, Damages damages) {
    List<String> warnings = new ArrayList<>(all.warnings());
    failures.values().forEach(reason -> warnings.add("left out: " + reason));
    warnings.addAll(damages.lines());
    return warnings;
  }

  private static void requireTwoLabels(Dataset all) {
    if (all.labels().size() < 2) {
      throw new AuricleException(
          all.name()
              + ": every clip has the label "
              + String.join(", ", all.labels())
              + "; a classifier needs two labels or more");
    }
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
    return all.withExamples(examples).withLabels(labels);
  }

  /** The clips that could be read. */
  Dataset dataset() {
    return dataset;
  }

  int size() {
    return slots.length;
  }

  Preparation preparation() {
    return preparation;
  }

  int sampleRate() {
    return preparation.sampleRate();
  }

  /** Resampled and trimmed samples of clip {@code i}. Thread-safe. */
  float[] samples(int i) {
    return samples.get(slots[i], () -> decode(i));
  }

  private float[] decode(int i) {
    return preparation.apply(ExampleAudio.read(dataset.examples().get(i)));
  }

  /** Decodes now whatever has not been, for those who will ask for samples again and again. */
  void decodeAll() {
    int[] missing = IntStream.range(0, slots.length).filter(i -> !samples.has(slots[i])).toArray();
    if (missing.length > 0) {
      Parallel.forEach(
          missing.length,
          threads,
          stages.enter("decoding " + missing.length + " clips"),
          k -> samples(missing[k]));
    }
  }

  double seconds(int i) {
    return facts[slots[i]].samples() / (double) sampleRate();
  }

  /** Length of the longest clip as stored. */
  double longestSeconds() {
    return IntStream.of(slots).mapToDouble(slot -> facts[slot].seconds()).max().orElse(0);
  }

  /** How many clips are longer than that, as stored. */
  long longerThan(double seconds) {
    return IntStream.of(slots).filter(slot -> facts[slot].seconds() > seconds).count();
  }

  /** Names clip {@code i} by its file's bytes. */
  String key(int i) {
    return facts[slots[i]].key();
  }

  /** {@link Fingerprint} of clip {@code i}, before resampling and trimming. */
  String fingerprint(int i) {
    return facts[slots[i]].fingerprint();
  }

  /** Names all the clips together. */
  String fingerprint() {
    return Fingerprint.of(IntStream.of(slots).mapToObj(slot -> facts[slot].fingerprint()).toList());
  }

  @Override
  public void close() {
    samples.close();
  }
}
