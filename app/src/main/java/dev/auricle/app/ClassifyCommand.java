package dev.auricle.app;

import dev.auricle.runtime.Classification;
import dev.auricle.runtime.Classifier;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle classify}: a label per file. */
@Command(
    name = "classify",
    description = "Prints a label and its probability for each file.",
    footer = {
      "",
      "Bad files are named and passed over; the exit code is 3 if some failed, 1 if all did.",
      "",
      "Example:",
      "  auricle classify digits.auricle seven.wav recordings/",
      "  auricle classify digits.auricle recordings/ --csv > labels.csv"
    })
final class ClassifyCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "BUNDLE", description = "A bundle (*.auricle).")
  private Path bundle = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description = "Sounds, or folders of them.")
  private List<Path> inputs = List.of();

  @Option(
      names = "--csv",
      description =
          "Print file,label,probability as CSV, a line for each label given; unknown has no"
              + " probability.")
  private boolean csv;

  @Option(
      names = "--top",
      paramLabel = "K",
      defaultValue = "3",
      description = "Labels to show for each file, not with --csv (default: ${DEFAULT-VALUE}).")
  @Range(least = 1)
  private int top = 3;

  @Option(
      names = "--threshold",
      paramLabel = "P",
      description =
          "Answer 'unknown' below this probability (default: the bundle's own thresholds; a "
              + "bundle without any always answers, or gives labels from 0.5 on where clips may "
              + "carry several).")
  @Range(least = 0, most = 1)
  private @Nullable Double threshold;

  @Mixin private RunOptions options = new RunOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (csv && options.json) {
      throw new ParameterException(
          Specs.commandLine(spec), "--csv and --json are both given; choose one of them");
    }
    if (csv && Specs.commandLine(spec).getParseResult().hasMatchedOption("--top")) {
      throw new ParameterException(
          Specs.commandLine(spec),
          "--csv and --top are both given, but CSV holds the labels given alone; leave --top out,"
              + " or choose --json");
    }
    List<Path> files = SoundFiles.expand(inputs);
    try (Classifier classifier = Classifier.load(bundle)) {
      if (csv) {
        System.out.println("file,label,probability");
      }
      return EachFile.print(files, options, (file, damages) -> answer(classifier, file, damages));
    }
  }

  private String answer(Classifier classifier, Path file, Consumer<String> damages) {
    boolean several = classifier.bundle().multiLabel();
    Classification own = classifier.classify(file, damages);
    Classification result = threshold == null ? own : own.answeredFrom(threshold, several);
    return options.json
        ? json(file, result)
        : csv ? csv(file, result) : text(file, result, several);
  }

  private String text(Path file, Classification result, boolean several) {
    if (result.unknown()) {
      return file + ":  " + Classification.UNKNOWN + "  (" + words(result.top(top)).strip() + ")";
    }
    return file + ":" + words(several ? result.given() : result.top(top));
  }

  private static String words(List<Classification.Scored> labels) {
    StringBuilder text = new StringBuilder();
    for (Classification.Scored scored : labels) {
      text.append(String.format(Locale.ROOT, "  %s %.3f", scored.label(), scored.probability()));
    }
    return text.toString();
  }

  private static String csv(Path file, Classification result) {
    if (result.unknown()) {
      return line(file, Classification.UNKNOWN, "");
    }
    return result.given().stream()
        .map(
            scored ->
                line(
                    file, scored.label(), String.format(Locale.ROOT, "%.6f", scored.probability())))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String line(Path file, String label, String probability) {
    return quoted(file.toString()) + "," + quoted(label) + "," + probability;
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[\",\n\r].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private String json(Path file, Classification result) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("file", file.toString());
    map.putAll(result.describe(top));
    return Json.line(map);
  }
}
