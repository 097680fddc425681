package dev.auricle.app;

import dev.auricle.audio.SoundNames;
import dev.auricle.learn.experiment.Comparison;
import dev.auricle.learn.training.Device;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle train}: a bundle, and the score that can be believed of it. */
@Command(
    name = "train",
    description = "Judges a recipe on the data, then writes a classifier as one file.",
    footer = {
      "",
      "Example:",
      "  auricle train sounds/ -r cnn -o sounds.auricle",
      "  auricle classify sounds.auricle new.wav"
    })
final class TrainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DATA", description = "A folder of sounds, or a manifest.")
  private Path data = Path.of("");

  @Option(
      names = {"-r", "--recipe"},
      paramLabel = "RECIPE",
      defaultValue = "forest",
      description = "A built-in recipe or a YAML file (default: ${DEFAULT-VALUE}).")
  private String recipe = "forest";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write the bundle (default: DATA's name + .auricle, here).")
  private @Nullable Path output;

  @Option(
      names = "--resume",
      description =
          "Go on where the same command was stopped; the classifier ends up the same as if it "
              + "had not been.")
  private boolean resume;

  @Option(
      names = "--preview",
      paramLabel = "DIR",
      description =
          "Train nothing: write here a picture of some training clips as the network will see them,"
              + " plain and varied, and their sounds.")
  private @Nullable Path preview;

  @Mixin private DataOptions subset = new DataOptions();

  @Option(
      names = "--device",
      paramLabel = "cpu|cuda",
      defaultValue = "cpu",
      description = "What networks are trained on (default: ${DEFAULT-VALUE}).")
  private Device device = Device.CPU;

  @Mixin private ProtocolOptions protocolOptions = new ProtocolOptions();
  @Mixin private AnswerOptions answers = new AnswerOptions();
  @Mixin private ExtraOptions extras = new ExtraOptions();
  @Mixin private ReportArguments report = new ReportArguments();
  @Mixin private RunOptions options = new RunOptions();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Setup setup =
        Setup.of(() -> subset.open(data), List.of(recipe), answers, protocolOptions, options, spec);
    Path folder = preview;
    if (folder != null) {
      System.out.println(PreviewFiles.write(setup, folder));
      return 0;
    }
    Path file = output == null ? Path.of(setup.dataset().name() + ".auricle") : output;
    check(setup, file);
    Training.Outcome outcome = Training.run(setup, extras, file, device, resume);
    Comparison comparison = outcome.comparison();
    if (comparison == null) {
      System.err.println(outcome.message());
      return Stop.CODE;
    }
    int code = outcome.message().isEmpty() ? 0 : Stop.CODE;
    Path written = report.write(comparison, options);
    if (options.json) {
      System.out.println(Json.pretty(ComparisonText.forPrograms(comparison)));
      System.err.print(outcome.message().isEmpty() ? "" : outcome.message() + "\n");
      return code;
    }
    System.out.println();
    System.out.print(ComparisonText.forPeople(comparison));
    if (written != null) {
      System.out.println("report: " + written);
    }
    System.out.println("wrote " + file + "; try: auricle classify " + file + " FILE");
    System.err.print(outcome.message().isEmpty() ? "" : outcome.message() + "\n");
    return code;
  }

  /** Before hours of work, not after them. */
  private void check(Setup setup, Path file) {
    CommandLine command = Specs.commandLine(spec);
    List<Path> read = Outputs.read(data, setup.dataset());
    read.add(Path.of(recipe));
    Outputs.check(file, read, command);
    if (Files.exists(file) && SoundNames.isSound(file)) {
      throw new ParameterException(
          command,
          "-o takes a file for the bundle, such as sounds.auricle; found %s, which is there and ends like a sound"
              .formatted(file));
    }
    report.check(ReportArguments.usual(setup.dataset()), read, command);
  }
}
