package dev.auricle.learn.experiment;

import dev.auricle.audio.AudioClip;
import dev.auricle.data.Damages;
import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.ExampleAudio;
import dev.auricle.data.Fold;
import dev.auricle.data.Protocol;
import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.learn.evaluation.Thresholds;
import dev.auricle.learn.parallel.Parallel;
import dev.auricle.learn.recipe.ChosenOn;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.Classification;
import dev.auricle.runtime.Classifier;
import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scores a finished bundle on labelled sounds. */
public final class BundleJudge {
  private final Classifier classifier;
  private final List<String> labels;
  private final Dataset dataset;
  private final List<Example> examples;
  private final List<String> warnings = new ArrayList<>();
  private final Damages damages = new Damages();
  private final Protocol protocol;
  private final float[][] probabilities;
  private final Set<String> trainedOn;
  private final boolean[] familiar;
  private final boolean groupsKnown;
  private final boolean[] known;
  private final String[] fingerprints;
  private final LongAdder nanos = new LongAdder();
  private final int unfamiliar;

  private BundleJudge(Classifier classifier, Dataset dataset, long seed) {
    this.classifier = classifier;
    this.labels = classifier.bundle().labels();
    this.examples = ofKnownLabels(dataset);
    this.dataset = dataset.withExamples(examples);
    this.trainedOn = listed(classifier.bundle(), "trainedOn");
    this.unfamiliar = dataset.examples().size() - examples.size();
    this.protocol = new Protocol(Protocol.Kind.BUNDLE, 0, 0, null, null, seed);
    this.probabilities = new float[examples.size()][];
    this.known = new boolean[examples.size()];
    Set<String> groups = listed(classifier.bundle(), "trainedOnGroups");
    this.groupsKnown = !groups.isEmpty() && KnownGroups.named(dataset);
    this.familiar = new boolean[examples.size()];
    for (int i = 0; i < familiar.length; i++) {
      familiar[i] = groupsKnown && groups.contains(KnownGroups.key(examples.get(i).group()));
    }
    this.fingerprints = new String[examples.size()];
  }

  /**
   * Classifies every clip.
   *
   * @param seed of the bootstrap
   * @param bundleBytes size of the bundle's file
   * @throws AuricleException if no clip can be scored
   */
  public static BundleEvaluation judge(
      Classifier classifier,
      Dataset dataset,
      long seed,
      long bundleBytes,
      int threads,
      Stages stages) {
    BundleJudge judge = new BundleJudge(classifier, dataset, seed);
    judge.classify(threads, stages);
    return judge.result(bundleBytes);
  }

  private List<Example> ofKnownLabels(Dataset dataset) {
    List<Example> kept = new ArrayList<>();
    Map<String, Integer> unknown = new TreeMap<>();
    for (Example example : dataset.examples()) {
      if (labels.containsAll(example.labels())) {
        kept.add(example);
      } else {
        unknown.merge(String.join(",", example.labels()), 1, Integer::sum);
      }
    }
    if (kept.isEmpty()) {
      throw new AuricleException(
          dataset.root()
              + ": the bundle knows none of its labels "
              + dataset.labels()
              + "; it knows "
              + labels);
    }
    unknown.forEach(
        (label, n) ->
            warnings.add(
                "left out: "
                    + n
                    + (n == 1 ? " clip of '" : " clips of '")
                    + label
                    + "', which the bundle does not know"));
    return kept;
  }

  private void classify(int threads, Stages stages) {
    Map<Integer, String> failures = new ConcurrentSkipListMap<>();
    Parallel.forEach(
        examples.size(),
        threads,
        stages.enter("classifying " + examples.size() + " clips"),
        i -> {
          try {
            List<String> wrong = new ArrayList<>();
            AudioClip clip = ExampleAudio.read(examples.get(i), wrong::add);
            damages.add(i, examples.get(i).id(), wrong);
            fingerprints[i] = Fingerprint.of(clip);
            known[i] = trainedOn.contains(fingerprints[i]);
            long start = System.nanoTime();
            probabilities[i] = inOrder(classifier.classify(clip));
            nanos.add(System.nanoTime() - start);
          } catch (AuricleException e) {
            failures.put(i, "left out: " + e.getMessage());
          }
        });
    if (failures.size() == examples.size()) {
      throw new AuricleException("no clip can be read; " + failures.values().iterator().next());
    }
    warnings.addAll(failures.values());
  }

  private float[] inOrder(Classification classification) {
    float[] row = new float[labels.size()];
    for (Classification.Scored scored : classification.ranked()) {
      row[labels.indexOf(scored.label())] = (float) scored.probability();
    }
    return row;
  }

  private BundleEvaluation result(long bundleBytes) {
    Evaluation all = evaluation(i -> true);
    int readable = all.predictions().size();
    int seen = count(i -> known[i]);
    Fold fold =
        new Fold(
            "the finished bundle",
            new int[0],
            new int[0],
            IntStream.range(0, examples.size()).toArray());
    double train =
        classifier.bundle().evaluation().get("trainAccuracy") instanceof Number n
            ? n.doubleValue()
            : Double.NaN;
    FoldResult scored =
        new FoldResult(fold, all.accuracy(), train, List.of(), Map.of(), new double[0]);
    RecipeResult result =
        new RecipeResult(
            recipe(classifier.bundle()),
            all,
            train,
            List.of(scored),
            0,
            nanos.sum() / 1e6 / readable,
            bundleBytes,
            null);
    Comparison comparison =
        new Comparison(
            dataset,
            protocol,
            1,
            all.majority(),
            List.of(result),
            findings(seen, all),
            fingerprint());
    return new BundleEvaluation(
        comparison,
        seen,
        where(i -> !known[i]),
        groupsKnown ? count(i -> familiar[i]) : null,
        groupsKnown ? where(i -> !familiar[i] && !known[i]) : null,
        warnings,
        damages.lines());
  }

  /** How many of the clips that could be read are such. */
  private int count(IntPredicate wanted) {
    return (int)
        IntStream.range(0, examples.size())
            .filter(i -> probabilities[i] != null && wanted.test(i))
            .count();
  }

  /** The scores on such clips; null where there are none. */
  private @Nullable Evaluation where(IntPredicate wanted) {
    return count(wanted) == 0 ? null : evaluation(wanted);
  }

  /** Names the clips that could be read. */
  private String fingerprint() {
    return Fingerprint.of(Stream.of(fingerprints).filter(Objects::nonNull).toList());
  }

  /** What the bundle's provenance lists under a key; nothing where it does not. */
  private static Set<String> listed(Bundle bundle, String key) {
    return bundle.provenance().get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.toSet())
        : Set.of();
  }

  private List<String> findings(int seen, Evaluation all) {
    List<String> findings = new ArrayList<>();
    int scored = all.predictions().size();
    if (seen > 0) {
      findings.add(
          "%d of %d clips were in this bundle's training data (same samples)"
              .formatted(seen, scored));
    }
    int others = count(i -> familiar[i] && !known[i]);
    if (others > 0) {
      findings.add(
          "%d of %d clips are of a %s that this bundle was trained on, by its name: on those of others expect less"
              .formatted(count(i -> familiar[i]), scored, dataset.groupName()));
    }
    Recipe recipe = recipe(classifier.bundle());
    ChosenOn chosen = recipe.chosenOn();
    // Of a bundle fitted on all that its settings were chosen on, the lines above tell already.
    if (chosen != null && !chosen.clips().equals(Fingerprint.of(List.copyOf(trainedOn)))) {
      findings.add(chosen.finding(recipe.name(), fingerprint()));
    }
    if (unfamiliar > 0) {
      findings.add(
          String.format(
              Locale.ROOT,
              "%d of %d clips carry labels that the bundle does not know, and are not scored: with"
                  + " each of them counted as wrong the accuracy is %.1f %%",
              unfamiliar,
              unfamiliar + scored,
              100 * all.accuracy() * scored / (unfamiliar + scored)));
    }
    return findings;
  }

  /** The recipe stated in the bundle. */
  private static Recipe recipe(Bundle bundle) {
    Object yaml = bundle.provenance().get("recipe");
    if (yaml == null) {
      throw new AuricleException(bundle.name() + ": this bundle states no recipe");
    }
    return Recipes.parse(yaml.toString(), bundle.name());
  }

  private Evaluation evaluation(IntPredicate wanted) {
    int[] picked =
        IntStream.range(0, examples.size())
            .filter(i -> probabilities[i] != null && wanted.test(i))
            .toArray();
    List<Double> thresholds = classifier.bundle().thresholds();
    return new Evaluation(
        Scoring.predictions(
                labels,
                IntStream.of(picked).mapToObj(examples::get).toList(),
                IntStream.of(picked).mapToObj(i -> probabilities[i]).toArray(float[][]::new),
                classifier.bundle().multiLabel() || dataset.multiLabel())
            .withThresholds(thresholds.isEmpty() ? null : Thresholds.of(thresholds)),
        protocol);
  }
}
