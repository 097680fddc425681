package dev.auricle.app;

import dev.auricle.signal.AuricleException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What picocli injects, unwrapped. */
final class Specs {
  private Specs() {}

  static CommandLine commandLine(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("picocli injects the command before it runs");
    }
    return spec.commandLine();
  }

  /** Reads an option's words; a mistake in them is wrong usage (exit code 2). */
  static <T> T read(@Nullable CommandSpec spec, Supplier<T> words) {
    try {
      return words.get();
    } catch (AuricleException e) {
      throw new ParameterException(commandLine(spec), String.valueOf(e.getMessage()), e);
    }
  }
}
