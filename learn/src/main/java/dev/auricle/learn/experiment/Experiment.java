package dev.auricle.learn.experiment;

import static java.lang.Double.NaN;

import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.Fold;
import dev.auricle.data.Protocol;
import dev.auricle.data.audit.Audit;
import dev.auricle.learn.cache.ContentKey;
import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.learn.evaluation.Optimism;
import dev.auricle.learn.evaluation.Predictions;
import dev.auricle.learn.recipe.ChosenOn;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.training.Device;
import dev.auricle.learn.training.FittedModel;
import dev.auricle.learn.training.Interruption;
import dev.auricle.learn.training.SideBySide;
import dev.auricle.learn.training.TrainingContext;
import dev.auricle.learn.training.TrainingData;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.FrontEnds;
import dev.auricle.runtime.OnnxModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Recipes judged on one dataset under one protocol: every recipe sees the same folds.
 *
 * <p>Clips that cannot be read are left out before the folds are drawn, and named in {@link
 * #dataset()}'s warnings. Prepared clips are kept in temporary files until {@link #close}.
 */
public final class Experiment implements AutoCloseable {
  private final Dataset dataset;
  private final Protocol protocol;
  private final List<Fold> folds;
  private final List<String> findings;
  private final int threads;
  private final Stages stages;
  private final Map<String, ClipStore> clipStores = new LinkedHashMap<>();
  private final Map<String, FeatureCache> featureCaches = new LinkedHashMap<>();

  /** What bundles will hold: a hold-out's models, and those fitted on all clips by and by. */
  private final Map<Recipe, Fit> forBundles = new ConcurrentHashMap<>();

  private boolean importance;

  private Device device = Device.CPU;

  private Function<String, Interruption> interruption = name -> Interruption.NONE;

  private Experiment(Dataset dataset, Protocol protocol, int threads, Stages stages) {
    this.dataset = dataset;
    this.protocol = protocol;
    this.folds = protocol.folds(dataset);
    this.findings = Audit.quick(dataset, protocol).headline().stream().toList();
    this.threads = threads;
    this.stages = stages;
  }

  /**
   * Reads the clips as the first recipe wants them, and draws the folds.
   *
   * @param first the first recipe that will be judged
   * @param threads for reading, features and training
   * @throws dev.auricle.signal.AuricleException if no clip can be read, fewer than two labels are
   *     left, or the protocol cannot be met
   */
  public static Experiment open(
      Dataset dataset, Protocol protocol, Recipe first, int threads, Stages stages) {
    String column = protocol.groupBy();
    // From here on what is a group is said once: intervals, tests and what is watched ask the
    // clips.
    Dataset grouped = column == null ? dataset : dataset.groupedBy(column);
    ClipStore clips = readClips(grouped, first, threads, stages);
    try {
      Experiment experiment = new Experiment(clips.dataset(), protocol, threads, stages);
      experiment.clipStores.put(key(first), clips);
      return experiment;
    } catch (RuntimeException e) {
      clips.close();
      throw e;
    }
  }

  /** The dataset without the clips that cannot be read. */
  public Dataset dataset() {
    return dataset;
  }

  public Protocol protocol() {
    return protocol;
  }

  /** What the cheap part of the leak audit found, in one line; empty if nothing. */
  public List<String> findings() {
    return findings;
  }

  public List<Fold> folds() {
    return folds;
  }

  public int threads() {
    return threads;
  }

  /** Fits a recipe on every fold and scores it on what it has not seen. */
  public RecipeResult judge(Recipe recipe) {
    return pooled(
        recipe,
        eachFold(recipe, folds, all(folds), (n, lane) -> judge(recipe, folds.get(n), n, lane)));
  }

  /** Fits a recipe on one of the folds alone, with all threads, and scores it. */
  public JudgedFold judge(Recipe recipe, int number) {
    return judge(recipe, folds.get(number), number);
  }

  /**
   * Fits a recipe on a fold's training clips and scores it on its test clips; any fold of the
   * dataset will do, such as one inside a training part.
   *
   * @param number of the fold, which the seed depends on
   */
  public JudgedFold judge(Recipe recipe, Fold fold, int number) {
    return judge(recipe, fold, number, alone());
  }

  /** Judges a fold in a place among others. */
  JudgedFold judge(Recipe recipe, Fold fold, int number, Lane lane) {
    Fit fit = fit(recipe, fold, number, lane);
    if (protocol.kind() == Protocol.Kind.HOLDOUT && folds.contains(fold)) {
      forBundles.put(recipe, fit);
    }
    FeatureStore store = features(recipe).at(fit.length());
    FoldResult result;
    Evaluation test;
    try (OnnxModel model = OnnxModel.load(fit.model().graph(), lane.threads())) {
      test = test(fold, fit, model, store);
      result = score(fold, fit, model, store, test);
    }
    JudgedFold judged =
        new JudgedFold(
            result,
            test.predictions(),
            fit.seconds(),
            Stopwatch.millisPerClip(fit, store, fold.test()),
            0);
    return number < folds.size() - 1 ? judged : withBytes(judged, recipe, fit);
  }

  /**
   * Fits the model for a recipe's bundle, before it is asked for. A hold-out's bundle holds the
   * judged one.
   *
   * @param lane if the training there is ended early, the model is not kept
   */
  void fitForBundle(Recipe recipe, Lane lane) {
    Fit fit = fit(recipe, allClips(), 0, lane);
    if (!lane.cut()) {
      forBundles.put(recipe, fit);
    }
  }

  /** All clips to train on, none to judge. */
  Fold allClips() {
    return new Fold("all clips, for the bundle", all(dataset.examples()), new int[0], new int[0]);
  }

  /**
   * Does something with folds that fits a recipe on them, several at a time where its model allows
   * it. What they share is computed before.
   *
   * @param numbers which of the folds to work on; a fit has as many threads whichever of them
   * @return what came of those, in their order
   */
  <T> List<T> eachFold(Recipe recipe, List<Fold> of, int[] numbers, Lane.Work<T> work) {
    int fits = 0;
    for (int number : numbers) {
      fits += prepare(recipe, of.get(number));
    }
    return inLanes(recipe, of, numbers, folds.size(), fits, alone(), work);
  }

  /**
   * Does something with folds in lanes.
   *
   * @param places as many lanes as would do for so many folds
   * @param fits how many there will be, those behind the models among them
   */
  private <T> List<T> inLanes(
      Recipe recipe,
      List<Fold> of,
      int[] numbers,
      int places,
      int fits,
      Lane outer,
      Lane.Work<T> work) {
    boolean together = device == Device.CPU && !recipe.trainer().spreads();
    int most = together ? Math.min(mostSideBySide(recipe), outer.room()) : 1;
    SideBySide plan = SideBySide.of(most, places, outer.threads());
    String name = "training %s, %d fits, %d at a time".formatted(recipe.name(), fits, plan.fits());
    OneStage stage = new OneStage(outer.stages(), name, fits);
    return outer.each(plan, most / plan.fits(), stage, of, numbers, work);
  }

  /**
   * Computes what fits on a fold read, so that they find it.
   *
   * @return how many fits those are: one, and as many as it takes to fit what is behind a model
   */
  private int prepare(Recipe recipe, Fold fold) {
    int[] fitted = fitted(recipe, fold);
    store(recipe, fitted);
    if (!recipe.answers().asked()) {
      return 1;
    }
    List<Fold> inner = inner(fold, fitted);
    inner.forEach(each -> store(recipe, fitted(recipe, each)));
    return 1 + inner.size();
  }

  /** The most fits of a recipe that should run at once, and have room in the heap. */
  public int mostSideBySide(Recipe recipe) {
    int[] clips = all(dataset.examples());
    Double length = length(recipe, clips);
    double seconds =
        length == null ? Arrays.stream(features(recipe).seconds(clips)).max().orElse(0) : length;
    long numbers = recipe.frontEnd().size((int) (seconds * clips(recipe).sampleRate()));
    long room = Runtime.getRuntime().maxMemory() / 2;
    long most = room / Math.max(1, recipe.trainer().heap(clips.length, numbers));
    return (int) Math.max(1, Math.min(recipe.trainer().mostSideBySide(), most));
  }

  private static int[] all(List<?> things) {
    return IntStream.range(0, things.size()).toArray();
  }

  private Lane alone() {
    return Lane.alone(threads, stages, Integer.MAX_VALUE);
  }

  private JudgedFold withBytes(JudgedFold judged, Recipe recipe, Fit fit) {
    RecipeResult alone = pooled(recipe, List.of(judged));
    long bytes = Bundles.make(this, alone, fit, clips(recipe)).size();
    return new JudgedFold(
        judged.result(), judged.test(), judged.fitSeconds(), judged.millisPerClip(), bytes);
  }

  /**
   * The judged folds of one recipe as its result.
   *
   * @param recipe what they are folds of; where settings differ from fold to fold, what to call it
   * @param judged each of {@link #folds()}, in order
   */
  public RecipeResult pooled(Recipe recipe, List<JudgedFold> judged) {
    List<Evaluation> tests =
        judged.stream().map(fold -> new Evaluation(fold.test(), protocol)).toList();
    return new RecipeResult(
        recipe,
        Evaluation.pooled(tests),
        judged.stream().mapToDouble(fold -> fold.result().trainAccuracy()).average().orElse(NaN),
        judged.stream().map(JudgedFold::result).toList(),
        judged.stream().mapToDouble(JudgedFold::fitSeconds).sum(),
        judged.stream().mapToDouble(JudgedFold::millisPerClip).min().orElse(NaN),
        judged.stream().mapToLong(JudgedFold::bundleBytes).max().orElse(0),
        null);
  }

  /** Asks for what each fold's model loses without each group of columns, too. */
  public void measureImportance() {
    importance = true;
  }

  boolean measuresImportance() {
    return importance;
  }

  /**
   * Judges a recipe once more, on clips dealt at random: what it scores where clips of one group
   * stand on both sides, with about as many clips to learn from.
   *
   * @param judged as {@link #judge(Recipe)} gave it
   * @throws dev.auricle.signal.AuricleException if every clip is a group of its own
   */
  public RecipeResult withOptimism(RecipeResult judged) {
    RandomSplit.requireGroups(dataset);
    List<Fold> random = RandomSplit.like(protocol, folds).folds(dataset);
    Recipe recipe = judged.recipe();
    List<Evaluation> dealt =
        eachFold(recipe, random, all(random), (n, lane) -> tryOut(recipe, random.get(n), n, lane));
    return judged.withOptimism(Optimism.of(Evaluation.pooled(dealt), judged.test()));
  }

  /**
   * Lets long trainings be interrupted, and keeps their state in a folder from time to time: the
   * same training then goes on from there.
   *
   * @param asked true once trainings should end and give back what they have
   * @param folder for checkpoints
   */
  public void interruptible(BooleanSupplier asked, Path folder) {
    interruption = name -> new Interruption(asked, folder.resolve(name + ".checkpoint"));
  }

  /** Trains networks there; on the processor until this is called. */
  public void device(Device chosen) {
    device = chosen;
  }

  Device device() {
    return device;
  }

  /**
   * Fits a recipe on one fold's training clips and scores it on its test clips; any fold of the
   * dataset will do, such as one inside a training part. Thread-safe.
   *
   * @param number of the fold, which the seed depends on
   * @param fitThreads to fit with
   */
  public Evaluation tryOut(Recipe recipe, Fold fold, int number, int fitThreads) {
    return tryOut(recipe, fold, number, Lane.alone(fitThreads, stages, 1));
  }

  private Evaluation tryOut(Recipe recipe, Fold fold, int number, Lane lane) {
    return tested(recipe, fold, fit(recipe, fold, number, lane), lane);
  }

  private Evaluation tested(Recipe recipe, Fold fold, Fit fit, Lane lane) {
    try (OnnxModel model = OnnxModel.load(fit.model().graph(), lane.threads())) {
      return test(fold, fit, model, features(recipe).at(fit.length()));
    }
  }

  /**
   * The bundle of a judged recipe: a hold-out's holds the model of its training part, any other
   * protocol's a model refitted on all clips; its evaluation says which.
   */
  public Bundle bundle(RecipeResult judged) {
    Recipe recipe = judged.recipe();
    Fit fit = forBundles.get(recipe);
    if (fit == null) {
      boolean heldOut = protocol.kind() == Protocol.Kind.HOLDOUT;
      fit = fit(recipe, heldOut ? folds.get(0) : allClips(), 0, alone());
    }
    return Bundles.make(this, judged, fit, clips(recipe));
  }

  /** The clips that a recipe is fitted on in one of the folds, as its trainer gets them. */
  public TrainingData training(Recipe recipe, int number) {
    int[] fitted = fitted(recipe, folds.get(number));
    return new PreparedData(store(recipe, fitted), fitted);
  }

  /** The features that a recipe is fitted on, at the length that those clips ask for. */
  private FeatureStore store(Recipe recipe, int[] fitted) {
    FeatureStore store = features(recipe).at(length(recipe, fitted));
    if (recipe.trainer().usesSamples()) {
      store.clips().decodeAll(); // Not while a fit is timed.
    }
    return store;
  }

  private @Nullable Double length(Recipe recipe, int[] fitted) {
    return recipe.length().resolve(features(recipe).seconds(fitted));
  }

  private static boolean keepsValidation(Recipe recipe, Fold fold) {
    return fold.validation().length > 0 && recipe.trainer().usesValidation();
  }

  private static int[] fitted(Recipe recipe, Fold fold) {
    return keepsValidation(recipe, fold)
        ? fold.train()
        : IntStream.concat(Arrays.stream(fold.train()), Arrays.stream(fold.validation()))
            .sorted()
            .toArray();
  }

  /** What was judged, for the table and the report. */
  public Comparison comparison(List<RecipeResult> results) {
    double majority = results.isEmpty() ? NaN : results.get(0).test().majority();
    List<String> all =
        results.stream().flatMap(result -> findings(result.recipe()).stream()).distinct().toList();
    return new Comparison(dataset, protocol, folds.size(), majority, results, all, fingerprint());
  }

  /** {@code 2.5}, and {@code 2} for a whole number. */
  private static String tenths(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds).replaceAll("\\.0$", "");
  }

  /** What to know of a recipe's score: the audit's line, and whether a bundle answers otherwise. */
  List<String> findings(Recipe recipe) {
    List<String> found = new ArrayList<>(findings);
    ChosenOn chosen = recipe.chosenOn();
    if (chosen != null) {
      found.add(chosen.finding(recipe.name(), fingerprint()));
    }
    Double length = length(recipe, all(dataset.examples()));
    if (length != null) {
      double whole = recipe.preparation(length).wholeSeconds();
      long longer = clips(recipe).longerThan(whole);
      if (longer > 0) {
        found.add(
            String.format(
                Locale.ROOT,
                "%d of %d clips are longer than %s s: %s is fitted to and judged on their middle"
                    + " %s s, but its bundle averages over all of such a sound",
                longer,
                dataset.examples().size(),
                tenths(whole),
                recipe.name(),
                tenths(length)));
      }
    }
    return found;
  }

  /** SHA-256 over the samples of every clip, whatever their names and order. */
  public String fingerprint() {
    return clipStores.values().iterator().next().fingerprint();
  }

  /**
   * SHA-256 over every clip's name, labels, group, published fold and samples: what scores depend
   * on, so that those of a dataset that was relabelled or regrouped are not taken for this one's.
   * The fold counts though a protocol does not name it: it divides what answers are fitted on.
   */
  public String contents() {
    ClipStore clips = clipStores.values().iterator().next();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < dataset.examples().size(); i++) {
      Example example = dataset.examples().get(i);
      List<String> facts =
          List.of(
              example.id(),
              example.labels().toString(),
              example.group(),
              String.valueOf(example.fold()),
              clips.fingerprint(i));
      facts.forEach(fact -> text.append(fact).append('\n'));
    }
    return ContentKey.of(text.toString());
  }

  /** A model, and behind it what the recipe wants of its answers. */
  private Fit fit(Recipe recipe, Fold fold, int number, Lane lane) {
    Fit fit = fitModel(recipe, fold, number, lane);
    if (!recipe.answers().asked() || lane.cut()) { // nothing can be fitted behind half a model
      return fit;
    }
    long start = System.nanoTime();
    Predictions held = outOfFold(recipe, fold, fit.fitted(), number, lane);
    if (lane.cut()) {
      return fit;
    }
    return fit.answering(
        recipe.answers().fit(held), dataset.labels().size(), (System.nanoTime() - start) / 1e9);
  }

  /** What models of the other inner folds say of each clip of a training part. */
  private Predictions outOfFold(Recipe recipe, Fold fold, int[] train, int number, Lane lane) {
    List<Fold> inner = inner(fold, train);
    List<Evaluation> held =
        inLanes(
            recipe,
            inner,
            all(inner),
            inner.size(),
            inner.size(),
            lane,
            (n, each) ->
                tested(recipe, inner.get(n), fitModel(recipe, inner.get(n), number, each), each));
    return Evaluation.pooled(held).predictions();
  }

  /** The folds inside a training part, by names that tell whose they are. */
  private List<Fold> inner(Fold fold, int[] train) {
    return InnerFolds.of(dataset, protocol, train).stream()
        .map(
            part ->
                new Fold(
                    part.name() + ", of " + fold.name(),
                    part.train(),
                    part.validation(),
                    part.test()))
        .toList();
  }

  private Fit fitModel(Recipe recipe, Fold fold, int number, Lane lane) {
    int[] fitted = fitted(recipe, fold);
    FeatureStore store = store(recipe, fitted);
    TrainingData validation =
        keepsValidation(recipe, fold) ? new PreparedData(store, fold.validation()) : null;
    TrainingContext context =
        new TrainingContext(
            protocol.seed() + 1000L * number,
            lane.threads(),
            lane.stages().enter("training " + recipe.name() + ", " + fold.name()),
            lane.interruption(
                interruption.apply(recipe.name() + "-" + fold.name().replaceAll("[^\\w]+", "-"))),
            device);
    long start = System.nanoTime();
    FittedModel model = recipe.trainer().fit(new PreparedData(store, fitted), validation, context);
    return new Fit(model, store.seconds(), fitted, null, (System.nanoTime() - start) / 1e9);
  }

  private Evaluation test(Fold fold, Fit fit, OnnxModel model, FeatureStore store) {
    return new Evaluation(
        predict(model, store, fold.test()).withThresholds(fit.thresholds()), protocol);
  }

  private FoldResult score(
      Fold fold, Fit fit, OnnxModel model, FeatureStore store, Evaluation test) {
    Predictions train = predict(model, store, fit.fitted()).withThresholds(fit.thresholds());
    return new FoldResult(
        fold,
        test.accuracy(),
        new Evaluation(train, protocol).accuracy(),
        fit.model().curve(),
        fit.model().details(),
        fit.model().importance(),
        lost(fold, model, store));
  }

  private Map<String, Double> lost(Fold fold, OnnxModel model, FeatureStore store) {
    List<String> columns = store.frontEnd().columns();
    if (!importance || columns.isEmpty()) {
      return Map.of();
    }
    int[] judged = judgedBeside(fold);
    List<Features> rows = IntStream.of(judged).mapToObj(store::features).toList();
    return Permutation.of(
        model,
        rows,
        IntStream.of(fold.test()).map(i -> Arrays.binarySearch(judged, i)).toArray(),
        columns,
        probabilities -> new Evaluation(predictions(fold.test(), probabilities), protocol),
        protocol.seed());
  }

  /** The clips that some fold tests, ascending; of a fold that is not the protocol's, its own. */
  private int[] judgedBeside(Fold fold) {
    return (folds.contains(fold) ? folds : List.of(fold))
        .stream().flatMapToInt(each -> Arrays.stream(each.test())).distinct().sorted().toArray();
  }

  private Predictions predict(OnnxModel model, FeatureStore store, int[] indices) {
    return predictions(indices, Scoring.probabilities(model, new PreparedData(store, indices)));
  }

  private Predictions predictions(int[] indices, float[][] probabilities) {
    List<Example> examples =
        IntStream.of(indices).mapToObj(i -> dataset.examples().get(i)).toList();
    return Scoring.predictions(dataset.labels(), examples, probabilities, dataset.multiLabel());
  }

  private synchronized ClipStore clips(Recipe recipe) {
    return clipStores.computeIfAbsent(
        key(recipe), k -> readClips(dataset, recipe, threads, stages));
  }

  private synchronized FeatureCache features(Recipe recipe) {
    return featureCaches.computeIfAbsent(
        key(recipe) + " " + FrontEnds.describe(recipe.frontEnd()),
        k -> new FeatureCache(clips(recipe), recipe.frontEnd(), threads, stages));
  }

  private static ClipStore readClips(Dataset dataset, Recipe recipe, int threads, Stages stages) {
    return ClipStore.read(dataset, recipe.preparation(null), threads, stages);
  }

  private static String key(Recipe recipe) {
    return recipe.preparation(null).toString();
  }

  @Override
  public void close() {
    featureCaches.values().forEach(FeatureCache::close);
    clipStores.values().forEach(ClipStore::close);
  }
}
