package dev.auricle.app;

import dev.auricle.signal.AuricleException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What a user sees when a command fails. */
final class Failures {
  private static final Pattern NO_NUMBER =
      Pattern.compile("Invalid value for option '([^']+)'[^:]*: '(.*)' is not an? (\\w+)");
  private static final Pattern NONE_OF =
      Pattern.compile(
          "Invalid value for option '([^']+)'[^:]*: expected one of \\[(.*)]"
              + " \\(case-insensitive\\) but was '(.*)'");

  private Failures() {}

  /**
   * A user's mistake is one line; anything else is a fault of ours, shown whole so that it can be
   * reported.
   */
  static int handle(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (failure instanceof AuricleException) {
      err.println("auricle: " + failure.getMessage());
    } else {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      err.println("auricle: an error in Auricle itself; please report it with these lines:");
      err.print(trace);
    }
    err.flush();
    return 1;
  }

  /** Picocli's words for a value of the wrong kind, without names of Java's types and constants. */
  static String plain(String message) {
    Matcher number = NO_NUMBER.matcher(message);
    if (number.matches()) {
      boolean whole = Set.of("int", "long").contains(number.group(3));
      return "%s is %s; expected a %s"
          .formatted(number.group(1), number.group(2), whole ? "whole number" : "number");
    }
    Matcher choice = NONE_OF.matcher(message);
    return choice.matches()
        ? "%s is %s; expected one of %s"
            .formatted(choice.group(1), choice.group(3), choice.group(2).toLowerCase(Locale.ROOT))
        : message;
  }

  /** One line on what is wrong, and where help is; exit code 2. */
  static int wrongUsage(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("auricle: " + plain(String.valueOf(failure.getMessage())));
    CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
    if (!(failure instanceof RecipeOptions.BadRecipe)) {
      err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    }
    err.flush();
    return 2;
  }
}
