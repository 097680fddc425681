package dev.auricle.app;

import picocli.CommandLine.Option;

/** Options that every command takes. */
final class RunOptions {
  @Option(names = "--json", description = "Print JSON on standard output (see docs/json.md).")
  boolean json;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Seed of everything drawn (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to use (default: one per core).")
  @Range(least = 1)
  int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress on standard error.")
  boolean quiet;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;
}
