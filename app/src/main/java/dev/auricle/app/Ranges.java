package dev.auricle.app;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Numbers out of their option's {@link Range} are wrong usage, told before anything is done. */
final class Ranges {
  private Ranges() {}

  /** Holds the ranges, then runs the command; whoever asks for help gets it all the same. */
  static int execute(ParseResult parsed) {
    List<CommandLine> commands = parsed.asCommandLineList();
    if (commands.stream().noneMatch(each -> each.isUsageHelpRequested())) {
      commands.forEach(Ranges::check);
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static void check(CommandLine command) {
    for (OptionSpec option : command.getParseResult().matchedOptions()) {
      Range range =
          option.userObject() instanceof Field field ? field.getAnnotation(Range.class) : null;
      if (range != null) {
        Object value = option.getValue();
        for (Object each : value instanceof Collection<?> many ? many : List.of(value)) {
          check(command, option, range, (Number) each);
        }
      }
    }
  }

  private static void check(CommandLine command, OptionSpec option, Range range, Number found) {
    double number = found.doubleValue();
    if (Double.isFinite(number) && number >= range.least() && number <= range.most()) {
      return;
    }
    String kind = found instanceof Integer ? "a whole number " : "a number ";
    String least = plain(range.least());
    throw new ParameterException(
        command,
        option.longestName()
            + " is "
            + plain(number)
            + "; expected "
            + kind
            + (Double.isInfinite(range.most())
                ? "of at least " + least
                : "from " + least + " to " + plain(range.most())));
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
