package dev.auricle.app;

import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.DetectionOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Detection options that override the bundle's own. */
final class DetectionArguments {
  @Option(names = "--hop", paramLabel = "S", description = "Seconds from window to window.")
  private @Nullable Double hop;

  @Option(
      names = "--window",
      paramLabel = "S",
      description = "Length of a window (default: the bundle's).")
  private @Nullable Double window;

  @Option(names = "--median", paramLabel = "S", description = "Smoothing; 0 for none.")
  private @Nullable Double median;

  @Option(names = "--on", paramLabel = "P", description = "Probability at which an event begins.")
  private @Nullable Double on;

  @Option(names = "--off", paramLabel = "P", description = "Probability below which it ends.")
  private @Nullable Double off;

  @Option(names = "--min-on", paramLabel = "S", description = "Shorter events are dropped.")
  private @Nullable Double minOn;

  @Option(names = "--min-off", paramLabel = "S", description = "Shorter gaps are closed.")
  private @Nullable Double minOff;

  @Option(
      names = "--exclusive",
      negatable = true,
      description = "One label at a time, or several at once.")
  private @Nullable Boolean exclusive;

  @Option(
      names = "--silence-db",
      paramLabel = "DB",
      description = "Level below which nothing is heard; 'none' hears everything.")
  private @Nullable String silenceDb;

  @Option(
      names = "--silence",
      paramLabel = "S",
      description = "Length from which on silence separates events.")
  private @Nullable Double silence;

  @Option(
      names = "--gap-db",
      paramLabel = "DB",
      description =
          "How far a gap lies below the five seconds before and after it; 'none' for no gaps.")
  private @Nullable String gapDb;

  @Option(
      names = "--gap",
      paramLabel = "S",
      description = "Length from which on a steady gap separates events.")
  private @Nullable Double gap;

  @Option(
      names = "--refine",
      paramLabel = "S",
      description = "How far a boundary may move to where the sound changes; 0 for not.")
  private @Nullable Double refine;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  /** The bundle's own options, or the usual ones, with what the user changed. */
  DetectionOptions resolve(Bundle bundle) {
    Map<String, @Nullable Object> given = new LinkedHashMap<>();
    given.put("hop", hop);
    given.put("window", window);
    given.put("median", median);
    given.put("on", on);
    given.put("off", off);
    given.put("min-on", minOn);
    given.put("min-off", minOff);
    given.put("exclusive", exclusive);
    given.put("silence-db", silenceDb);
    given.put("silence", silence);
    given.put("gap-db", gapDb);
    given.put("gap", gap);
    given.put("refine", refine);
    Map<String, Object> changes = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> {
          if (value != null) {
            changes.put(name, value);
          }
        });
    DetectionOptions options = Specs.read(spec, () -> DetectionOptions.of(bundle).with(changes));
    needs("--gap", gap, "--gap-db", options.gapDb());
    needs("--silence", silence, "--silence-db", options.silenceDb());
    return options;
  }

  /** Refuses a length of what nobody looks for. */
  private void needs(String option, @Nullable Double given, String level, @Nullable Double looked) {
    if (given != null && looked == null) {
      throw new ParameterException(
          Specs.commandLine(spec),
          option
              + " "
              + given
              + " has no effect without "
              + level
              + "; give both, or leave it out");
    }
  }
}
