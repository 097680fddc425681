package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Story: somebody who knows nothing asks for help. */
class HelpTest {

  @Test
  void everyCommandStandsInOneGroup() {
    List<String> visible =
        Main.commandLine().getSubcommands().entrySet().stream()
            .filter(entry -> !entry.getValue().getCommandSpec().usageMessage().hidden())
            .map(Map.Entry::getKey)
            .toList();
    assertThat(CommandGroups.names()).doesNotHaveDuplicates().hasSameElementsAs(visible);
    assertThat(Main.commandLine().getUsageMessage()).contains("Start here").contains("detect");
  }

  @Test
  void everyCommandSaysWhatItDoesAndShowsAnExample() {
    Main.commandLine()
        .getSubcommands()
        .forEach(
            (name, command) -> {
              if (!command.getCommandSpec().usageMessage().hidden()) {
                assertThat(String.join(" ", command.getCommandSpec().usageMessage().description()))
                    .as(name)
                    .endsWith(".");
                assertThat(help(command)).as(name).containsPattern("auricle " + name + " ?.*");
              }
            });
  }

  @Test
  void noLineIsWiderThanATerminal() {
    Main.commandLine()
        .getSubcommands()
        .forEach(
            (name, command) ->
                assertThat(help(command).lines().filter(line -> line.length() > 100).toList())
                    .as(name)
                    .isEmpty());
  }

  /** What the terminal has to break is not broken by hand too. */
  @Test
  void paragraphsAreBrokenOnce() {
    Main.commandLine()
        .getSubcommands()
        .forEach(
            (name, command) -> {
              UsageMessageSpec usage = command.getCommandSpec().usageMessage();
              String[] lines = usage.footer();
              for (int i = 0; i + 1 < lines.length; i++) {
                if (lines[i].length() >= usage.width()) {
                  assertThat(lines[i + 1]).as(name + ": " + lines[i]).isEmpty();
                }
              }
            });
  }

  private static String help(CommandLine command) {
    return command.getUsageMessage(CommandLine.Help.Ansi.OFF);
  }

  @Test
  void whereABundleGoesHasALongName() {
    CommandLine weights = Main.commandLine().getSubcommands().get("weights");
    assertThat(help(weights.getSubcommands().get("bundle"))).contains("-o, --output");
  }

  @Test
  void exportSaysWhatHasNoGraph() {
    assertThat(help(Main.commandLine().getSubcommands().get("export")))
        .contains("descriptors", "cnn", "mn04-logistic");
  }
}
