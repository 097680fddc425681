package dev.auricle.learn.report;

import dev.auricle.audio.AudioClip;
import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.Fold;
import dev.auricle.data.Protocol;
import dev.auricle.learn.evaluation.AnswerSettings;
import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.learn.evaluation.Predictions;
import dev.auricle.learn.experiment.Comparison;
import dev.auricle.learn.experiment.FoldResult;
import dev.auricle.learn.experiment.RecipeResult;
import dev.auricle.learn.recipe.LengthRule;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.training.EpochScore;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.FrontEnd;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A comparison of three recipes on generated sounds, with errors of the usual kinds. */
final class MadeUpComparison {
  static final int RATE = 16_000;
  private static final int FOLDS = 4;

  private final List<String> labels;
  private final int groups;
  private final int each;

  MadeUpComparison(List<String> labels, int groups, int each) {
    this.labels = labels;
    this.groups = groups;
    this.each = each;
  }

  /** Eight labels, twelve machines, two clips of each label. */
  static MadeUpComparison usual() {
    return new MadeUpComparison(
        List.of("bell", "buzz", "chirp", "click", "drone", "hiss", "sweep", "whistle"), 12, 2);
  }

  /** One recipe on clips that carry one label or two. */
  Comparison multiLabel() {
    Comparison single = comparison();
    RecipeResult forest = single.results().get(0);
    Predictions p = forest.test().predictions();
    float[][] targets = new float[p.size()][];
    float[][] probabilities = new float[p.size()][];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = p.targets()[i].clone();
      probabilities[i] = p.probabilities()[i].clone();
      if (i % 3 == 0) {
        int second = (p.truth(i) + 1) % labels.size();
        targets[i][second] = 1;
        probabilities[i][second] = 0.7f;
      }
    }
    Evaluation test =
        new Evaluation(
            new Predictions(p.labels(), p.ids(), p.groups(), targets, probabilities, true),
            forest.test().protocol());
    RecipeResult result =
        new RecipeResult(
            forest.recipe(),
            test,
            Double.NaN,
            forest.folds(),
            1,
            1,
            1000,
            Path.of("/tmp/forest.auricle"));
    return new Comparison(
        single.dataset(), single.protocol(), FOLDS, 0.1, List.of(result), List.of(), "");
  }

  Comparison comparison() {
    Dataset dataset = dataset();
    Protocol protocol = new Protocol(Protocol.Kind.KFOLD, FOLDS, 0, null, null, 42);
    List<Fold> folds = folds(dataset);
    List<RecipeResult> results =
        List.of(
            result("forest", "500 trees on 182 descriptors", 0.80, 1.0, dataset, folds, protocol),
            result(
                "cnn",
                "Four convolutions on 64 log-mel bands",
                0.93,
                0.985,
                dataset,
                folds,
                protocol),
            result(
                "logistic",
                "Multinomial logistic regression",
                0.74,
                0.84,
                dataset,
                folds,
                protocol));
    return new Comparison(
        dataset,
        protocol,
        FOLDS,
        1.0 / labels.size(),
        results,
        List.of(
            "machine-03 stands on both sides of fold 2: bell_03_0.wav and bell_03_1.wav hold the"
                + " same samples"),
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
  }

  private Dataset dataset() {
    List<Example> examples = new ArrayList<>();
    for (String label : labels) {
      for (int g = 0; g < groups; g++) {
        for (int i = 0; i < each; i++) {
          String id = "%s/machine-%02d_%d.wav".formatted(label, g, i);
          examples.add(
              new Example(
                  id,
                  Path.of("/sounds", id.replaceAll("[<>\"&\0]", "_")),
                  null,
                  null,
                  List.of(label),
                  "machine-%02d".formatted(g),
                  null,
                  null));
        }
      }
    }
    return new Dataset(
        "machines",
        Path.of("/sounds"),
        "folders",
        "A folder for each label; machines taken from the file names.",
        examples,
        labels,
        "machine",
        new Protocol(Protocol.Kind.KFOLD, FOLDS, 0, null, null, 42),
        List.of("hiss/notes.txt: no sound, skipped"));
  }

  private List<Fold> folds(Dataset dataset) {
    List<Fold> folds = new ArrayList<>();
    for (int f = 0; f < FOLDS; f++) {
      int fold = f;
      int[] test =
          IntStream.range(0, dataset.examples().size())
              .filter(i -> i / each % groups % FOLDS == fold)
              .toArray();
      int[] train =
          IntStream.range(0, dataset.examples().size())
              .filter(i -> i / each % groups % FOLDS != fold)
              .toArray();
      folds.add(
          new Fold(
              "fold %d of %d, grouped by machine, seed 42".formatted(f + 1, FOLDS),
              train,
              new int[0],
              test));
    }
    return folds;
  }

  private RecipeResult result(
      String name,
      String summary,
      double accuracy,
      double train,
      Dataset dataset,
      List<Fold> folds,
      Protocol protocol) {
    Random random = new Random(name.hashCode());
    int n = dataset.examples().size();
    float[][] targets = new float[n][labels.size()];
    float[][] probabilities = new float[n][];
    for (int i = 0; i < n; i++) {
      int truth = dataset.labelIndex(dataset.examples().get(i).label());
      targets[i][truth] = 1;
      // Clips 5 and 77 are mislabelled: every recipe says so.
      boolean mislabelled = i == 5 || i == 77 % n;
      boolean right = !mislabelled && random.nextDouble() < accuracy;
      int said =
          right
              ? truth
              : mislabelled || random.nextDouble() < 0.7
                  ? (truth + 1) % labels.size()
                  : random.nextInt(labels.size());
      double sure =
          mislabelled
              ? 0.97
              : right ? 0.6 + 0.4 * random.nextDouble() : 0.35 + 0.5 * random.nextDouble();
      probabilities[i] = probabilities(random, said, sure);
    }
    Evaluation test =
        new Evaluation(
            new Predictions(
                labels,
                dataset.examples().stream().map(Example::id).toList(),
                dataset.examples().stream().map(Example::group).toList(),
                targets,
                probabilities,
                false),
            protocol);
    List<FoldResult> results = new ArrayList<>();
    for (Fold fold : folds) {
      Predictions p = test.predictions();
      double right = IntStream.of(fold.test()).filter(p::right).count();
      Map<String, Object> details =
          new TreeMap<>(
              Map.of(name.equals("cnn") ? "best epoch" : "trees", name.equals("cnn") ? 31 : 500));
      results.add(
          new FoldResult(
              fold,
              right / fold.test().length,
              train,
              name.equals("cnn") ? curve(random, train, right / fold.test().length) : List.of(),
              details,
              name.equals("forest") ? importance(random) : new double[0]));
    }
    return new RecipeResult(
        recipe(name, summary),
        test,
        train,
        results,
        name.equals("cnn") ? 74.2 : 3.41,
        name.equals("cnn") ? 1.31 : 4.2,
        name.equals("cnn") ? 612_000 : 4_120_000,
        null);
  }

  private float[] probabilities(Random random, int said, double sure) {
    float[] row = new float[labels.size()];
    double rest = 0;
    for (int k = 0; k < row.length; k++) {
      row[k] = k == said ? 0 : (float) Math.pow(random.nextDouble(), 3);
      rest += row[k];
    }
    for (int k = 0; k < row.length; k++) {
      row[k] = k == said ? (float) sure : (float) (row[k] / rest * (1 - sure));
    }
    return row;
  }

  private static List<EpochScore> curve(Random random, double train, double test) {
    List<EpochScore> curve = new ArrayList<>();
    for (int e = 1; e <= 40; e++) {
      double way = 1 - Math.exp(-e / 9.0);
      curve.add(
          new EpochScore(
              e,
              2.1 * Math.exp(-e / 10.0) + 0.04 + 0.02 * random.nextDouble(),
              0.125 + (train - 0.125) * way + 0.01 * random.nextGaussian(),
              1.9 * Math.exp(-e / 9.0) + 0.28 + 0.003 * e + 0.05 * random.nextDouble(),
              Math.min(1, 0.125 + (test - 0.125) * way + 0.02 * random.nextGaussian())));
    }
    return curve;
  }

  private static double[] importance(Random random) {
    double[] weights =
        IntStream.range(0, COLUMNS.size())
            .mapToDouble(c -> Math.pow(random.nextDouble(), 4))
            .toArray();
    double sum = IntStream.range(0, weights.length).mapToDouble(c -> weights[c]).sum();
    return IntStream.range(0, weights.length).mapToDouble(c -> weights[c] / sum).toArray();
  }

  private static final List<String> COLUMNS =
      IntStream.rangeClosed(1, 60)
          .mapToObj(
              i ->
                  i <= 20
                      ? "mfcc_" + i + "_mean"
                      : i <= 40
                          ? "mfcc_" + (i - 20) + "_deviation"
                          : "contrast_" + (i - 40) + "_median")
          .toList();

  private static Recipe recipe(String name, String summary) {
    FrontEnd frontEnd =
        new FrontEnd() {
          @Override
          public String name() {
            return "descriptors";
          }

          @Override
          public int sampleRate() {
            return RATE;
          }

          @Override
          public int[] shape(int samples) {
            return new int[] {COLUMNS.size()};
          }

          @Override
          public Features compute(float[] samples) {
            return new Features(new float[COLUMNS.size()], COLUMNS.size());
          }

          @Override
          public Map<String, Object> options() {
            return Map.of();
          }

          @Override
          public List<String> columns() {
            return COLUMNS;
          }
        };
    return new Recipe(
        name,
        summary,
        40.0,
        null,
        new LengthRule(1.0, false, 10),
        frontEnd,
        (train, validation, context) -> {
          throw new AssertionError("a report trains nothing");
        },
        AnswerSettings.NONE,
        null,
        "name: %s\npreparation:\n  rate: 16000\n  trim: 40\nfront-end: descriptors\nmodel:\n  kind: %s\n"
            .formatted(name, name));
  }

  /** A second of sound that differs by label, machine and take. */
  AudioClip sound(Example example) {
    int label = labels.indexOf(example.label());
    Random random = new Random(example.id().hashCode());
    double pitch = 180 + 40 * (example.group().hashCode() & 15) + 60 * random.nextDouble();
    float[] x = new float[RATE];
    double phase = 0;
    for (int i = 0; i < x.length; i++) {
      double t = i / (double) RATE;
      double frequency =
          switch (label % 8) {
            case 0 -> 4 * pitch;
            case 1 -> pitch / 2;
            case 2 -> 2000 + 1500 * Math.sin(50 * t);
            case 6 -> pitch * (1 + 12 * t);
            case 7 -> 2500 + 80 * Math.sin(35 * t);
            default -> pitch;
          };
      phase += 2 * Math.PI * frequency / RATE;
      double envelope = Math.min(1, Math.min(t, 1 - t) * 12);
      double value =
          switch (label % 8) {
            case 0 -> Math.exp(-4 * t) * (Math.sin(phase) + 0.5 * Math.sin(2.76 * phase));
            case 1 -> 0.4 * Math.signum(Math.sin(phase));
            case 2, 6, 7 -> Math.sin(phase) + 0.3 * Math.sin(2 * phase);
            case 3 -> i % 2400 < 60 ? random.nextGaussian() : 0;
            case 4 -> 0.4 * (Math.sin(phase) + Math.sin(1.5 * phase) + Math.sin(3 * phase));
            default -> 0.5 * random.nextGaussian();
          };
      x[i] = (float) (0.5 * envelope * value + 0.004 * random.nextGaussian());
    }
    return new AudioClip(x, RATE);
  }

  ReportOptions options() {
    return ReportOptions.titled("Which machine is that?")
        .withSource(this::sound)
        .withThreads(2)
        .withProvenance(Map.of("Threads", "2 of them"));
  }
}
