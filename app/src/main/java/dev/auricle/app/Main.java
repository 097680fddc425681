package dev.auricle.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
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
    subcommands = {
      InspectCommand.class,
      TrainCommand.class,
      CompareCommand.class,
      TuneCommand.class,
      EvaluateCommand.class,
      ShowCommand.class,
      ExportCommand.class,
      ClassifyCommand.class,
      TagCommand.class,
      DetectCommand.class,
      SplitCommand.class,
      ListenCommand.class,
      EvaluateEventsCommand.class,
      TuneEventsCommand.class,
      NearestCommand.class,
      FeaturesCommand.class,
      SpectrogramCommand.class,
      ServeCommand.class,
      RecipesCommand.class,
      WeightsCommand.class,
      DataCommand.class,
      DemoCommand.class,
      WarmUpCommand.class,
    },
    footer = {
      "",
      "Start with 'auricle demo', or with a folder that holds one subfolder of sounds per label:",
      "  auricle inspect sounds/",
      "  auricle train sounds/ -o sounds.auricle",
      "  auricle classify sounds.auricle new.wav",
    })
public final class Main implements Runnable {
  @CommandLine.Spec private @Nullable CommandSpec spec;

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    // Whatever the locale, names of files and labels come out whole.
    System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8));
    System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8));
    System.exit(run(args));
  }

  /** Runs one command in this process and gives its exit code; what tests call. */
  public static int run(String... args) {
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    CommandLine command =
        new CommandLine(new Main())
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
