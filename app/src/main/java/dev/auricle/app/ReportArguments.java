package dev.auricle.app;

import dev.auricle.data.Dataset;
import dev.auricle.learn.experiment.Comparison;
import dev.auricle.learn.report.HtmlReport;
import dev.auricle.learn.report.ReportOptions;
import dev.auricle.learn.report.TuningPart;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Whether and where the report is written. */
final class ReportArguments {
  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Where to write the HTML report (default: named after DATA, here; of tune beside"
              + " the recipe).")
  @Nullable Path file;

  @Option(names = "--no-report", description = "Write no report.")
  boolean none;

  @Option(names = "--no-clips", description = "Put no sound into the report.")
  boolean noClips;

  /** Writes it; null if none was wanted. */
  @Nullable Path write(Comparison comparison, RunOptions run) {
    return write(comparison, null, usual(comparison.dataset()), run);
  }

  /** Where the report of a dataset goes unless the user says. */
  static Path usual(Dataset dataset) {
    return Path.of(dataset.name() + "-report.html");
  }

  /** Before the work: whether the report could be written, and over nothing that is read. */
  void check(Path usual, Collection<Path> inputs, CommandLine command) {
    Path chosen = file;
    if (!none) {
      Outputs.check(chosen == null ? usual : chosen, inputs, command);
    }
  }

  /**
   * The same with a search.
   *
   * @param tuning null if there was none
   * @param usual where it goes unless the user says
   */
  @Nullable Path write(
      Comparison comparison, @Nullable TuningPart tuning, Path usual, RunOptions run) {
    if (none) {
      return null;
    }
    Path chosen = file;
    Path target = chosen == null ? usual : chosen;
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("Threads", String.valueOf(run.threads));
    provenance.put("Made on", LocalDate.now(ZoneId.systemDefault()).toString());
    ReportOptions options =
        ReportOptions.titled(comparison.dataset().name())
            .withThreads(run.threads)
            .withProvenance(provenance)
            .withTuning(tuning);
    HtmlReport.write(comparison, target, noClips ? options.withoutClips() : options);
    return target;
  }
}
