package dev.auricle.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;

/** The list of commands in the help of {@code auricle}, by what one wants to do. */
final class CommandGroups implements IHelpSectionRenderer {
  private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("Start here", List.of("demo"));
    GROUPS.put("Data", List.of("inspect", "data", "features", "spectrogram"));
    GROUPS.put(
        "Classifiers, made and judged",
        List.of("train", "compare", "tune", "evaluate", "recipes", "show"));
    GROUPS.put("Classifiers, in use", List.of("classify", "tag", "nearest", "serve", "export"));
    GROUPS.put(
        "What is heard when",
        List.of("detect", "split", "listen", "tune-events", "evaluate-events"));
    GROUPS.put("Published networks", List.of("weights"));
  }

  private static final int NAME_WIDTH = 18;
  private static final int INDENT = 2;

  /** Names in the groups, for a test that none is forgotten. */
  static List<String> names() {
    return GROUPS.values().stream().flatMap(List::stream).toList();
  }

  @Override
  public String render(Help help) {
    CommandSpec spec = help.commandSpec();
    StringBuilder text = new StringBuilder();
    GROUPS.forEach(
        (title, names) -> {
          TextTable table =
              TextTable.forColumns(
                  help.colorScheme(),
                  new Column(NAME_WIDTH, INDENT, Column.Overflow.SPAN),
                  new Column(spec.usageMessage().width() - NAME_WIDTH, 0, Column.Overflow.WRAP));
          for (String name : names) {
            CommandLine command = spec.subcommands().get(name);
            if (command == null) {
              throw new IllegalStateException("there is no command " + name);
            }
            String[] lines = command.getCommandSpec().usageMessage().description();
            table.addRowValues(name, String.join(" ", lines));
          }
          text.append(System.lineSeparator()).append(title).append(System.lineSeparator());
          text.append(table);
        });
    return text.toString();
  }
}
