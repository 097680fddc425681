package dev.auricle.data;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a dataset says of the terms it may be used under. */
public final class Licences {
  private static final List<String> COLUMNS = List.of("license", "licence", "rights", "copyright");
  private static final List<String> FILES = List.of("license", "licence", "copying", "copyright");
  private static final int MOST_CHARACTERS = 160;

  private Licences() {}

  /**
   * A line for each licence that a manifest's column names ({@code license}, {@code licence},
   * {@code rights} or {@code copyright}), and one for each licence file at the root, with its first
   * line; empty where the data says nothing.
   */
  public static List<String> of(Dataset dataset) {
    Map<String, Integer> named = new TreeMap<>();
    for (Example example : dataset.examples()) {
      example.columns().entrySet().stream()
          .filter(c -> COLUMNS.contains(c.getKey().toLowerCase(Locale.ROOT)))
          .map(c -> c.getValue().strip())
          .filter(value -> !value.isEmpty())
          .forEach(value -> named.merge(value, 1, Integer::sum));
    }
    List<String> lines = new ArrayList<>();
    named.forEach((licence, clips) -> lines.add(licence + " (" + Counts.of(clips, "clip") + ")"));
    lines.addAll(files(dataset.root()));
    return lines;
  }

  private static List<String> files(Path root) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(root)) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> FILES.stream().anyMatch(name(f)::startsWith))
          .sorted()
          .map(f -> f.getFileName() + firstLine(f))
          .toList();
    } catch (IOException e) {
      return List.of(); // nothing said
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }

  private static String firstLine(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      String first = lines.map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
      boolean cut = first.length() > MOST_CHARACTERS;
      return first.isEmpty()
          ? ""
          : ": " + (cut ? first.substring(0, MOST_CHARACTERS) + "…" : first);
    } catch (MalformedInputException e) {
      return ""; // no text
    } catch (IOException | RuntimeException e) {
      return "";
    }
  }
}
