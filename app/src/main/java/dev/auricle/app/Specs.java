package dev.auricle.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What picocli injects, unwrapped. */
final class Specs {
  private Specs() {}

  static CommandLine commandLine(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("picocli injects the command before it runs");
    }
    return spec.commandLine();
  }
}
