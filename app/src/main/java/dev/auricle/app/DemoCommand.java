package dev.auricle.app;

import dev.auricle.data.Dataset;
import dev.auricle.data.Layouts;
import dev.auricle.data.Protocol;
import dev.auricle.learn.experiment.Comparison;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.runtime.Classification;
import dev.auricle.runtime.Classifier;
import dev.auricle.signal.AuricleException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code auricle demo}: the whole way on the sounds in the repository. */
@Command(
    name = "demo",
    description = "Trains on spoken digits, judges on unheard voices, and classifies three clips.",
    footer = {"", "Example:", "  auricle demo -o demo-output"})
final class DemoCommand implements Callable<Integer> {
  private static final String PROTOCOL = "kfold:2";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "auricle-demo",
      description = "Where to write the bundle and the report (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("auricle-demo");

  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() {
    Path home = Path.of(System.getProperty("auricle.home", "."));
    Path digits = home.resolve("demo/digits");
    if (!Files.isDirectory(digits)) {
      throw new AuricleException(
          digits + " is missing: run the demo by the 'auricle' script of a clone or distribution");
    }
    Dataset dataset = Layouts.open(digits);
    Protocol protocol = Protocol.parse(PROTOCOL, options.seed);
    System.err.println("1. The data: " + dataset.description());
    System.err.println("2. Two recipes on the same folds: " + protocol.describe(dataset));
    Path kept = output.resolve("digits.auricle");
    List<Recipe> recipes = List.of(Recipes.load("forest"), Recipes.load("cnn"));
    Comparison comparison =
        Judging.keepBest(new Setup(dataset, protocol, recipes, options), new ExtraOptions(), kept);
    ReportArguments report = new ReportArguments();
    report.file = output.resolve("report.html");
    report.write(comparison, options);
    if (options.json) {
      System.out.println(Json.pretty(ComparisonText.forPrograms(comparison)));
      return 0;
    }
    System.out.println();
    System.out.print(ComparisonText.forPeople(comparison));
    System.out.println();
    System.out.println("3. Three clips of a voice that no model has heard, by " + kept + ":");
    classify(kept, home.resolve("demo/unheard"));
    next(kept);
    return 0;
  }

  private static void classify(Path bundle, Path clips) {
    try (Classifier classifier = Classifier.load(bundle)) {
      for (Path clip : SoundFiles.expand(List.of(clips))) {
        Classification result = classifier.classify(clip);
        System.out.printf(
            Locale.ROOT,
            "   %s: %s %.3f%n",
            clip.getFileName(),
            result.best().label(),
            result.best().probability());
      }
    }
  }

  private void next(Path bundle) {
    System.out.println();
    System.out.println("What to try next:");
    System.out.println("   open " + output.resolve("report.html") + " in a browser");
    System.out.println("   auricle show " + bundle);
    System.out.println("   auricle classify " + bundle + " YOUR-FILE.wav");
    System.out.println(
        "   auricle train YOUR-FOLDER -r cnn     (one subfolder of sounds per label)");
    System.out.println();
    System.out.println("Or drop sounds and speak into it on a page:");
    System.out.println("   auricle serve --bundles " + output + " --open");
  }
}
