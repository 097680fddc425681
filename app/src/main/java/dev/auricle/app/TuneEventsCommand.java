package dev.auricle.app;

import dev.auricle.data.Dataset;
import dev.auricle.learn.events.EventScores;
import dev.auricle.learn.events.EventScoring;
import dev.auricle.learn.events.EventTuning;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.Classifier;
import dev.auricle.runtime.DetectionOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle tune-events}: fits how a bundle's probabilities become events. */
@Command(
    name = "tune-events",
    description = "Fits a bundle's detection options to labelled clips.",
    footer = {
      "",
      "Programmes are strung together out of the clips, so that every join is known;",
      "smoothing, thresholds, shortest times, silence and how far boundaries move are",
      "chosen on them. Train on --subset split=train and give it the validation split,",
      "or other clips that the bundle was not fitted on: those it was are known again,",
      "and left out where there are enough others.",
      "",
      "Example:",
      "  auricle train clips/ --subset split=train -o radio.auricle",
      "  auricle tune-events radio.auricle clips/ --subset split=validation",
      "  auricle detect radio.auricle evening.flac"
    })
final class TuneEventsCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "BUNDLE", description = "A bundle (*.auricle).")
  private Path bundle = Path.of("");

  @Parameters(index = "1", paramLabel = "DATA", description = "A folder of clips, or a manifest.")
  private Path data = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The bundle with these options (default: in its own place).")
  private @Nullable Path output;

  @Option(
      names = "--programmes",
      paramLabel = "N",
      defaultValue = "6",
      description = "Programmes of five minutes (default: ${DEFAULT-VALUE}).")
  @Range(least = 1)
  private int programmes = 6;

  @Option(
      names = "--windows",
      paramLabel = "S",
      split = ",",
      description = "Lengths of window to try (default: the bundle's, and half of it).")
  @Range(least = 0.01, most = 3600)
  private List<Double> windows = List.of();

  @Option(
      names = "--hops",
      paramLabel = "S",
      split = ",",
      description = "Hops to try (default: a tenth of the window).")
  @Range(least = 0.01, most = 3600)
  private List<Double> hops = List.of();

  @Option(
      names = "--collar",
      paramLabel = "S",
      defaultValue = "0.25",
      description = "How near a boundary must be found (default: ${DEFAULT-VALUE}).")
  @Range(least = 0)
  private double collar = 0.25;

  @Mixin private DataOptions subset = new DataOptions();
  @Mixin private RunOptions options = new RunOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    try (Classifier classifier = Classifier.load(bundle);
        Progress progress = new Progress(options.quiet)) {
      EventTuning.Settings settings =
          new EventTuning.Settings(
              programmes,
              starts(classifier.bundle()),
              new EventScoring(1, collar, EventScoring.USUAL.offsetShare()),
              options.seed,
              options.threads);
      Dataset dataset = subset.open(data);
      Path target = output == null ? bundle : output;
      Outputs.check(target, Outputs.read(data, dataset), Specs.commandLine(spec));
      EventTuning.Result result = EventTuning.run(classifier, dataset, settings, progress);
      progress.close();
      result.bundle().write(target);
      report(result, target);
      return 0;
    }
  }

  private List<DetectionOptions> starts(Bundle loaded) {
    DetectionOptions usual = DetectionOptions.usual(loaded);
    double length = usual.windowSeconds(loaded.preparation());
    List<DetectionOptions> starts = new ArrayList<>();
    for (double window : windows.isEmpty() ? List.of(length, length / 2) : windows) {
      for (double hop : hops.isEmpty() ? List.of(Math.max(0.05, window / 10)) : hops) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        changes.put("window", window == length ? null : window);
        changes.put("hop", hop);
        starts.add(usual.with(changes));
      }
    }
    return starts;
  }

  private void report(EventTuning.Result result, Path target) {
    if (options.json) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("bundle", target.toString());
      map.put("clips", result.clips());
      map.put("trainedOn", result.seen());
      map.put("before", EventScoresText.forPrograms(result.fit().before()));
      map.put("after", EventScoresText.forPrograms(result.fit().after()));
      map.put("detection", result.fit().options().describe());
      System.out.println(Json.pretty(map));
      return;
    }
    if (result.seen() > 0) {
      System.err.printf(
          "auricle: %d of %d clips were in the training data, of which the model is too sure;"
              + " train on --subset split=train, or name clips the bundle was not fitted on%n",
          result.seen(), result.clips());
    }
    TextTable table = new TextTable("on programmes of these clips", "segment F1", "event F1");
    table.add(row("usual options", result.fit().before()));
    table.add(row("chosen options", result.fit().after()));
    System.out.print(table);
    result
        .fit()
        .options()
        .describe()
        .forEach((name, value) -> System.out.println(name + ": " + value));
    System.out.println("wrote " + target + "; try: auricle detect " + target + " FILE");
  }

  private static String[] row(String name, EventScores scores) {
    return new String[] {
      name,
      String.format(Locale.ROOT, "%.3f", scores.all().segments().f1()),
      String.format(Locale.ROOT, "%.3f", scores.all().events().f1())
    };
  }
}
