package dev.auricle.app;

import dev.auricle.audio.SoundNames;
import dev.auricle.learn.features.FeatureExtraction;
import dev.auricle.learn.features.FeatureItem;
import dev.auricle.learn.features.FeaturePlan;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.signal.AuricleException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle features}: a corpus as a table of numbers. */
@Command(
    name = "features",
    description = "Computes features of every sound into one CSV, Parquet or NumPy file.",
    footer = {
      "",
      "A .npy array comes with a .rows.csv that names the sound of each row.",
      "A stopped run goes on where it was when it is started again with the same",
      "words. Sounds that cannot be read are listed in OUTPUT.failures.txt; the exit",
      "code is then 3.",
      "",
      "Example:",
      "  auricle features sounds/ -p descriptors -o sounds.csv",
      "  auricle features sounds/ -p logmel-64 --seconds 1 -o sounds.npy",
      "  auricle features sounds/ -p '{preset: mn04, output: levels}' -o sounds.npy",
      "  auricle features day.mp3 -p descriptors --window 5 -o day.parquet"
    })
final class FeaturesCommand implements Callable<Integer> {
  private static final double SHORTEST_SECONDS = 0.001;

  @Parameters(paramLabel = "DATA", description = "A dataset, a folder of sounds, or one sound.")
  private Path data = Path.of("");

  @Option(
      names = {"-p", "--preset"},
      paramLabel = "FRONT-END",
      defaultValue = "descriptors",
      description =
          "Front-end, such as logmel-64 or mfcc-20 (default: ${DEFAULT-VALUE}), or one with options"
              + " as recipes write it: '{preset: mfcc-20, deltas: 2}'.")
  private String preset = "descriptors";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write: .csv, .parquet or .npy (default: DATA's name + .csv, here).")
  private @Nullable Path output;

  @Option(
      names = "--sample-rate",
      paramLabel = "HZ",
      description = "Rate to resample to (default: the preset's).")
  @Range(least = 1)
  private @Nullable Integer sampleRate;

  @Option(
      names = "--trim-db",
      paramLabel = "DB",
      description = "Cut silence at both ends, this far below the loudest frame.")
  @Range(least = 1, most = 120)
  private @Nullable Double trimDb;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "Bring every clip to this length by centre crop or padding.")
  @Range(least = SHORTEST_SECONDS)
  private @Nullable Double seconds;

  @Option(
      names = "--window",
      paramLabel = "S",
      description = "A row per window of this length instead of one per clip.")
  @Range(least = SHORTEST_SECONDS)
  private @Nullable Double window;

  @Option(
      names = "--hop",
      paramLabel = "S",
      description = "From one window's start to the next's (default: the window's length).")
  @Range(least = SHORTEST_SECONDS)
  private @Nullable Double hop;

  @Mixin private DataOptions subset = new DataOptions();
  @Mixin private RunOptions options = new RunOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Path out = output == null ? Path.of(SoundFiles.baseName(data) + ".csv") : output;
    int rate = sampleRate == null ? 0 : sampleRate;
    FrontEnd frontEnd =
        Specs.read(
            spec,
            () -> {
              FrontEnd asked = Recipes.frontEnd(preset, "--preset", rate);
              FeatureExtraction.check(out, asked);
              return asked;
            });
    List<FeatureItem> items = items();
    FeaturePlan plan =
        new FeaturePlan(
            frontEnd, trimDb, seconds, window, hop != null ? hop : window != null ? window : 0);
    List<Path> read = new ArrayList<>(items.stream().map(item -> item.example().path()).toList());
    read.add(data);
    Outputs.refuseInput(out, read, Specs.commandLine(spec));
    long start = System.nanoTime();
    FeatureExtraction.Summary summary;
    try (Progress progress = new Progress(options.quiet)) {
      summary =
          FeatureExtraction.run(
              items,
              plan,
              out,
              options.threads,
              progress.enter(
                  "computing " + frontEnd.name() + " of " + Counted.of(items.size(), "sound")));
    }
    Announcement.warnings(summary.damages());
    report(summary, frontEnd, out, (System.nanoTime() - start) / 1e9);
    return summary.failures().isEmpty() ? 0 : summary.rows() == 0 ? 1 : 3;
  }

  /** A dataset's clips with their labels; for anything else the sounds found, without. */
  private List<FeatureItem> items() {
    if (Files.isRegularFile(data) && SoundNames.isSound(data)) {
      return List.of(FeatureItem.of(data));
    }
    try {
      return FeatureItem.of(subset.open(data));
    } catch (AuricleException e) {
      if (!Files.isDirectory(data) || subset.narrowed()) {
        throw e;
      }
      return SoundFiles.expand(List.of(data)).stream().map(FeatureItem::of).toList();
    }
  }

  private void report(
      FeatureExtraction.Summary summary, FrontEnd frontEnd, Path out, double elapsed) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("output", out.toString());
    map.put("preset", frontEnd.name());
    map.put("rows", summary.rows());
    map.put("resumed", summary.resumed());
    map.put("seconds", elapsed);
    map.put("failures", summary.failures());
    map.put("warnings", summary.damages());
    if (options.json) {
      System.out.println(Json.pretty(map));
      return;
    }
    System.out.println(
        "wrote "
            + Counted.of(summary.rows(), "row")
            + " to "
            + out
            + (summary.resumed() > 0 ? " (" + summary.resumed() + " from the run before)" : ""));
    Announcement.warnings(summary.failures());
  }
}
