package dev.auricle.app;

import dev.auricle.learn.experiment.Comparison;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether and where the report is written. */
final class ReportArguments {
  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Where to write the HTML report (default: DATA's name + -report.html, here).")
  @Nullable Path file;

  @Option(names = "--no-report", description = "Write no report.")
  boolean none;

  @Option(names = "--no-clips", description = "Put no sound into the report.")
  boolean noClips;

  /** Writes it; null if none was wanted. */
  @Nullable Path write(Comparison comparison) {
    if (none) {
      return null;
    }
    return Path.of(comparison.dataset().name() + "-report.html");
  }
}
