package dev.auricle.data;

import dev.auricle.data.table.Problems;
import dev.auricle.data.table.Row;
import dev.auricle.data.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * ESC-50: {@code meta/esc50.csv} and {@code audio/}, five official folds; a group is the Freesound
 * recording a clip was cut from. Files are matched by name without their ending, so that a copy in
 * another format is read as well. K. J. Piczak, "ESC: Dataset for Environmental Sound
 * Classification", ACM Multimedia 2015.
 */
final class Esc50Layout implements Layout {
  private static final String META = "meta/esc50.csv";
  private static final List<String> COLUMNS =
      List.of("filename", "fold", "category", "src_file", "esc10");

  @Override
  public String name() {
    return "esc50";
  }

  @Override
  public String looksLike() {
    return "ESC-50 (meta/esc50.csv and audio/)";
  }

  @Override
  public Optional<Dataset> read(Tree tree, Selection selection) {
    if (!tree.others().contains(META)) {
      return Optional.empty();
    }
    Table table = Table.read(tree.path(META));
    if (!table.columns().containsAll(COLUMNS)) {
      return Optional.empty();
    }
    Map<String, String> files = new HashMap<>();
    tree.audio().forEach(f -> files.put(Tree.stem(f), f));
    List<Example> examples = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Problems problems = new Problems(table.file());
    for (Row row : table.rows()) {
      String file = files.get(Tree.stem(row.get("filename")));
      if (!seen.add(row.get("filename"))) {
        problems.add(row.line(), row.get("filename") + " stands twice");
      } else if (row.get("category").isEmpty() || row.get("fold").isEmpty()) {
        problems.add(row.line(), "category or fold is empty");
      } else if (file == null) {
        missing.add(row.get("filename"));
      } else {
        examples.add(
            new Example(
                file,
                tree.path(file),
                null,
                null,
                List.of(row.get("category")),
                row.get("src_file"),
                row.get("fold"),
                null,
                row.values()));
      }
    }
    problems.throwIfAny();
    List<String> warnings = new ArrayList<>(tree.warnings());
    Missing.check(table.file(), missing, examples.size(), warnings);
    long sources = examples.stream().map(Example::group).distinct().count();
    String description =
        "ESC-50: "
            + Counts.of(examples.size(), "clip")
            + " cut from "
            + Counts.of(sources, "Freesound recording")
            + ", official folds";
    return Optional.of(
        Datasets.of(
            tree.root(), new Datasets.Found(name(), description, "recording", examples, warnings)));
  }
}
