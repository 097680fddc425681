package dev.auricle.learn.experiment;

import dev.auricle.audio.AudioClip;
import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.Protocol;
import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.learn.parallel.Parallel;
import dev.auricle.runtime.Classification;
import dev.auricle.runtime.Classifier;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A finished bundle on labelled sounds.
 *
 * @param name the bundle's name
 * @param all every clip that could be read and whose label the bundle knows
 * @param unseen those the bundle was not trained on; null if there are none
 * @param seen how many clips the bundle was trained on, known by their samples
 * @param millisPerClip decoding left out
 * @param warnings clips left out, with the reason
 */
public record BundleEvaluation(
    String name,
    Evaluation all,
    @Nullable Evaluation unseen,
    int seen,
    double millisPerClip,
    List<String> warnings) {

  /**
   * Classifies every clip.
   *
   * @throws AuricleException if no clip can be scored
   */
  public static BundleEvaluation of(
      Classifier classifier, Dataset dataset, long seed, int threads, Stages stages) {
    List<String> labels = classifier.bundle().labels();
    List<Example> examples = new ArrayList<>();
    Map<String, Integer> unknown = new TreeMap<>();
    for (Example example : dataset.examples()) {
      if (labels.containsAll(example.labels())) {
        examples.add(example);
      } else {
        unknown.merge(String.join(",", example.labels()), 1, Integer::sum);
      }
    }
    if (examples.isEmpty()) {
      throw new AuricleException(
          dataset.root()
              + ": the bundle knows none of its labels "
              + dataset.labels()
              + "; it knows "
              + labels);
    }
    List<String> warnings = new ArrayList<>();
    unknown.forEach(
        (label, n) ->
            warnings.add(
                "left out: " + n + " clips of '" + label + "', which the bundle does not know"));
    return score(classifier, dataset, examples, seed, threads, stages, warnings);
  }

  private static BundleEvaluation score(
      Classifier classifier,
      Dataset dataset,
      List<Example> examples,
      long seed,
      int threads,
      Stages stages,
      List<String> warnings) {
    List<String> labels = classifier.bundle().labels();
    Set<?> trainedOn = trainedOn(classifier);
    float[][] probabilities = new float[examples.size()][];
    boolean[] known = new boolean[examples.size()];
    Map<Integer, String> failures = new ConcurrentSkipListMap<>();
    LongAdder nanos = new LongAdder();
    Parallel.forEach(
        examples.size(),
        threads,
        stages.enter("classifying " + examples.size() + " clips"),
        i -> {
          try {
            AudioClip clip = ClipReader.read(examples.get(i));
            known[i] = trainedOn.contains(Fingerprint.of(clip));
            long start = System.nanoTime();
            probabilities[i] = inOrder(classifier.classify(clip), labels);
            nanos.add(System.nanoTime() - start);
          } catch (AuricleException e) {
            failures.put(i, "left out: " + e.getMessage());
          }
        });
    if (failures.size() == examples.size()) {
      throw new AuricleException("no clip can be read; first: " + failures.get(0));
    }
    warnings.addAll(failures.values());
    Picker picker = new Picker(dataset, labels, examples, probabilities, seed);
    int seen = 0;
    for (boolean k : known) {
      seen += k ? 1 : 0;
    }
    int readable = examples.size() - failures.size();
    return new BundleEvaluation(
        classifier.bundle().name(),
        picker.evaluation(i -> probabilities[i] != null),
        seen == readable ? null : picker.evaluation(i -> probabilities[i] != null && !known[i]),
        seen,
        nanos.sum() / 1e6 / readable,
        warnings);
  }

  private static Set<?> trainedOn(Classifier classifier) {
    return classifier.bundle().provenance().get("trainedOn") instanceof List<?> list
        ? new HashSet<>(list)
        : Set.of();
  }

  private static float[] inOrder(Classification classification, List<String> labels) {
    float[] probabilities = new float[labels.size()];
    for (Classification.Scored scored : classification.ranked()) {
      probabilities[labels.indexOf(scored.label())] = (float) scored.probability();
    }
    return probabilities;
  }

  /** Size of the bundle's file. */
  public long bundleBytes(Path bundle) {
    try {
      return Files.size(bundle);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Evaluations of some of the clips. */
  private record Picker(
      Dataset dataset,
      List<String> labels,
      List<Example> examples,
      float[][] probabilities,
      long seed) {
    Evaluation evaluation(java.util.function.IntPredicate wanted) {
      int[] picked = java.util.stream.IntStream.range(0, examples.size()).filter(wanted).toArray();
      List<Example> some = java.util.stream.IntStream.of(picked).mapToObj(examples::get).toList();
      float[][] rows =
          java.util.stream.IntStream.of(picked)
              .mapToObj(i -> probabilities[i])
              .toArray(float[][]::new);
      return new Evaluation(
          Scoring.predictions(dataset, labels, some, rows),
          new Protocol(Protocol.Kind.BUNDLE, 0, 0, null, null, seed));
    }
  }
}
