package dev.auricle.app;

import dev.auricle.data.Dataset;
import dev.auricle.data.Protocol;
import java.io.PrintStream;
import java.util.List;

/** Says aloud what was recognised before anything slow begins. */
final class Announcement {
  private static final int WARNINGS = 5;

  private Announcement() {}

  static void of(Dataset dataset, Protocol protocol, RunOptions options) {
    if (options.quiet) {
      return;
    }
    PrintStream err = System.err;
    err.println(dataset.description());
    err.println("protocol: " + protocol.describe(dataset));
    warnings(dataset.warnings());
  }

  /** One line on a sound that was read although something was wrong with it. */
  static void damaged(Object file, List<String> damages) {
    if (!damages.isEmpty()) {
      System.err.println("warning: " + file + ": " + String.join("; ", damages));
    }
  }

  static void warnings(List<String> warnings) {
    for (String warning : warnings.subList(0, Math.min(WARNINGS, warnings.size()))) {
      System.err.println("warning: " + warning);
    }
    if (warnings.size() > WARNINGS) {
      System.err.println("... and " + (warnings.size() - WARNINGS) + " more warnings");
    }
  }
}
