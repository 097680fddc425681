package dev.auricle.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The {@code auricle} command.
 *
 * <p>Exit codes: 0 done; 1 failed, or every input failed; 2 wrong usage, a bad recipe included; 3
 * some inputs failed.
 */
@Command(
    name = "auricle",
    description = "Trains, judges and runs sound classifiers.",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "",
    footer = {
      "",
      "Start with 'auricle demo', or with a folder that holds one subfolder of sounds per label:",
      "  auricle inspect sounds/",
      "  auricle train sounds/ -o sounds.auricle",
      "  auricle classify sounds.auricle new.wav",
    })
public final class Main implements Runnable {
  private static final Map<String, Supplier<Object>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("inspect", InspectCommand::new);
    COMMANDS.put("train", TrainCommand::new);
    COMMANDS.put("compare", CompareCommand::new);
    COMMANDS.put("tune", TuneCommand::new);
    COMMANDS.put("evaluate", EvaluateCommand::new);
    COMMANDS.put("show", ShowCommand::new);
    COMMANDS.put("export", ExportCommand::new);
    COMMANDS.put("classify", ClassifyCommand::new);
    COMMANDS.put("tag", TagCommand::new);
    COMMANDS.put("detect", DetectCommand::new);
    COMMANDS.put("split", SplitCommand::new);
    COMMANDS.put("listen", ListenCommand::new);
    COMMANDS.put("evaluate-events", EvaluateEventsCommand::new);
    COMMANDS.put("tune-events", TuneEventsCommand::new);
    COMMANDS.put("nearest", NearestCommand::new);
    COMMANDS.put("features", FeaturesCommand::new);
    COMMANDS.put("spectrogram", SpectrogramCommand::new);
    COMMANDS.put("serve", ServeCommand::new);
    COMMANDS.put("recipes", RecipesCommand::new);
    COMMANDS.put("weights", WeightsCommand::new);
    COMMANDS.put("data", DataCommand::new);
    COMMANDS.put("demo", DemoCommand::new);
    COMMANDS.put("warm-up", WarmUpCommand::new);
  }

  private static final Set<String> VERSION = Set.of("-V", "--version");

  @CommandLine.Spec private @Nullable CommandSpec spec;

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    // Whatever the locale, names of files and labels come out whole.
    StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    System.setOut(new PrintStream(out, true, UTF_8));
    System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8));
    int code = run(args);
    System.out.flush();
    String lost = out.lost();
    if (lost != null) {
      System.err.println(
          "auricle: standard output cannot be written: "
              + lost
              + "; what was printed is not whole");
      code = code == 0 ? 1 : code;
    }
    System.exit(code);
  }

  /** Runs one command in this process and gives its exit code; what tests call. */
  public static int run(String... args) {
    return commandLine(args).execute(args);
  }

  /** The command with all that it can do. */
  static CommandLine commandLine() {
    return commandLine(COMMANDS.keySet());
  }

  /**
   * The command for these words. Reading what each of some twenty commands takes is most of a short
   * run, so where the first word names one, the others stay away, and all do for the version.
   */
  static CommandLine commandLine(String[] args) {
    String first = args.length > 0 ? args[0] : "";
    if (COMMANDS.containsKey(first)) {
      return commandLine(Set.of(first));
    }
    return VERSION.contains(first) ? commandLine(Set.of()) : commandLine();
  }

  private static CommandLine commandLine(Set<String> names) {
    CommandLine command = new CommandLine(new Main());
    for (String name : names) {
      command.addSubcommand(name, Objects.requireNonNull(COMMANDS.get(name)).get());
    }
    command
        .setExecutionStrategy(Ranges::execute)
        .setExecutionExceptionHandler(Failures::handle)
        .setParameterExceptionHandler(Failures::wrongUsage)
        .setCaseInsensitiveEnumValuesAllowed(true);
    command.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST, new CommandGroups());
    return command;
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(System.out);
    }
  }
}
