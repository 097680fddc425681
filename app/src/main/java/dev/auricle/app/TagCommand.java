package dev.auricle.app;

import dev.auricle.audio.AudioReader;
import dev.auricle.runtime.Classification;
import dev.auricle.runtime.Classifier;
import dev.auricle.runtime.Stretch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle tag}: AudioSet's labels for any sound, by a published network. */
@Command(
    name = "tag",
    description = "Prints AudioSet's labels for each file, by a published network.",
    footer = {
      "",
      "Weights are looked for in --weights, in the folder that AURICLE_WEIGHTS names",
      "and in the cache, else fetched from their publisher ('auricle weights list').",
      "",
      "Example:",
      "  auricle tag street.wav recordings/",
      "  auricle tag street.wav --over-time --every 10 --json"
    })
final class TagCommand implements Callable<Integer> {
  private static final double SHORTEST_SECONDS = 0.1;

  @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Sounds, or folders of them.")
  private List<Path> inputs = List.of();

  @Option(
      names = "--network",
      paramLabel = "NAME",
      defaultValue = "mn04",
      description = "mn04, mn05, mn10, mn20 or yamnet (default: ${DEFAULT-VALUE}).")
  private String network = "mn04";

  @Option(names = "--weights", paramLabel = "FILE", description = "The network's weights.")
  private @Nullable Path weights;

  @Option(
      names = "--top",
      paramLabel = "K",
      defaultValue = "5",
      description = "Labels to show (default: ${DEFAULT-VALUE}).")
  @Range(least = 1)
  private int top = 5;

  @Option(names = "--over-time", description = "Labels for each stretch of a file by itself.")
  private boolean overTime;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "Length of a stretch with --over-time (default: ${DEFAULT-VALUE}).")
  private double every = 5;

  @Mixin private RunOptions options = new RunOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (!(every >= SHORTEST_SECONDS)) {
      throw new ParameterException(
          Specs.commandLine(spec), "--every takes seconds, at least 0.1; found " + every);
    }
    Specs.read(spec, () -> PublishedBundles.known(network));
    List<Path> files = SoundFiles.expand(inputs);
    int threads = files.size() > 1 ? 1 : options.threads;
    try (Classifier classifier =
        Classifier.of(PublishedBundles.of(network, weights, options), threads)) {
      return EachFile.print(
          files,
          options,
          (file, damages) ->
              overTime ? stretches(classifier, file, damages) : whole(classifier, file, damages));
    }
  }

  private String whole(Classifier classifier, Path file, Consumer<String> damages) {
    Classification result = classifier.classify(file, damages);
    if (!options.json) {
      return file + ":" + words(result);
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("file", file.toString());
    map.put("network", network);
    map.put("top", result.top(top));
    return Json.line(map);
  }

  private String stretches(Classifier classifier, Path file, Consumer<String> damages) {
    int rate = classifier.bundle().preparation().sampleRate();
    List<String> lines = new ArrayList<>();
    List<Map<String, Object>> rows = new ArrayList<>();
    try (AudioReader reader = AudioReader.open(file, rate)) {
      for (Stretch stretch : Stretch.all(classifier, reader, every)) {
        lines.add(
            String.format(Locale.ROOT, "  %8.2f - %8.2f s", stretch.start(), stretch.end())
                + words(stretch.result()));
        rows.add(stretch.describe(top));
      }
      reader.warnings().forEach(damages);
    }
    if (!options.json) {
      return file + ":" + System.lineSeparator() + String.join(System.lineSeparator(), lines);
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("file", file.toString());
    map.put("network", network);
    map.put("stretches", rows);
    return Json.line(map);
  }

  private String words(Classification result) {
    StringBuilder text = new StringBuilder();
    for (Classification.Scored scored : result.top(top)) {
      text.append(String.format(Locale.ROOT, "  %s %.3f", scored.label(), scored.probability()));
    }
    return text.toString();
  }
}
