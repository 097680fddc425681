package dev.auricle.app;

import dev.auricle.signal.AuricleException;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What a user sees when a command fails. */
final class Failures {
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

  /** One line on what is wrong, and where help is; exit code 2. */
  static int wrongUsage(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("auricle: " + failure.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
    if (!(failure instanceof RecipeOptions.BadRecipe)) {
      err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    }
    err.flush();
    return 2;
  }
}
