package dev.auricle.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to choose from AudioSet. */
final class AudioSetOptions {
  @Option(
      names = "--classes",
      paramLabel = "CLASS",
      split = ",",
      description = "Classes of the ontology; those below count to them.")
  List<String> classes = new ArrayList<>();

  @Option(
      names = "--per-class",
      paramLabel = "N",
      description = "Clips of each class (default: 100).")
  @Range(least = 1)
  int perClass = 100;

  @Option(
      names = "--segments",
      paramLabel = "CSV",
      split = ",",
      description =
          "Published lists to choose from: files, or balanced_train, eval, unbalanced_train,"
              + " which are then downloaded (default: balanced_train).")
  List<String> segments = new ArrayList<>();

  @Option(
      names = "--ontology",
      paramLabel = "JSON",
      description = "ontology.json (default: beside the lists, else downloaded).")
  @Nullable Path ontology;

  @Option(
      names = "--retry",
      description = "Ask again for clips that an earlier run could not have.")
  boolean retry;
}
