package dev.auricle.data;

import dev.auricle.data.table.Problems;
import dev.auricle.data.table.Row;
import dev.auricle.data.table.Table;
import dev.auricle.signal.AuricleException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A manifest's rows as examples. Where no group is named, the stretches of one file are a group.
 *
 * @param examples in the order of the rows
 * @param missing paths of rows whose file is not there
 * @param stretches true where a row has a start or an end
 */
record ManifestRows(List<Example> examples, List<String> missing, boolean stretches) {

  static ManifestRows read(Table table, ManifestColumns columns) {
    Path absolute = table.file().toAbsolutePath().getParent();
    Path root = absolute == null ? Path.of("") : absolute;
    Problems problems = new Problems(table.file());
    Map<String, Integer> lines = new HashMap<>();
    List<Example> examples = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    boolean stretches = false;
    for (Row row : table.rows()) {
      try {
        Example example = example(root, row, columns);
        Integer before = lines.putIfAbsent(example.id(), row.line());
        if (before != null) {
          problems.add(
              row.line(),
              example.id()
                  + " stands on line "
                  + before
                  + " already; several labels go in one row, as in dog;cat");
        } else if (Files.isRegularFile(example.path())) {
          examples.add(example);
          stretches |= example.start() != null || example.end() != null;
        } else {
          missing.add(row.get(columns.path()));
        }
      } catch (AuricleException e) {
        problems.add(row.line(), String.valueOf(e.getMessage()));
      }
    }
    problems.throwIfAny();
    return new ManifestRows(examples, missing, stretches);
  }

  private static Example example(Path root, Row row, ManifestColumns columns) {
    String given = row.get(columns.path());
    if (given.isEmpty()) {
      throw new AuricleException("the path is empty");
    }
    List<String> labels = labels(row, columns);
    if (labels.isEmpty()) {
      throw new AuricleException("no label for " + given);
    }
    Path path = resolve(root, given);
    Double start = seconds(row, columns.start());
    Double end = seconds(row, columns.end());
    if (end != null && end <= (start == null ? 0 : start)) {
      throw new AuricleException("the end " + end + " s does not come after the start");
    }
    String file = path.startsWith(root) ? Tree.relative(root, path) : path.toString();
    String id = file;
    if (start != null || end != null) {
      id += "#" + time(start == null ? 0.0 : start) + "-" + (end == null ? "" : time(end));
    }
    String group = optional(row, columns.group());
    return new Example(
        id,
        path,
        start,
        end,
        labels,
        group == null ? file : group,
        optional(row, columns.fold()),
        split(optional(row, columns.split())),
        row.values());
  }

  private static Path resolve(Path root, String given) {
    try {
      return root.resolve(given.replace('\\', '/')).normalize();
    } catch (InvalidPathException e) {
      throw new AuricleException("not a path: " + given, e);
    }
  }

  private static List<String> labels(Row row, ManifestColumns columns) {
    String divider = columns.severalLabels() ? "[;|,]" : "[;|]";
    return Arrays.stream(row.get(columns.label()).split(divider))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .distinct()
        .toList();
  }

  private static @Nullable Double seconds(Row row, @Nullable String column) {
    String value = optional(row, column);
    if (value == null) {
      return null;
    }
    try {
      double seconds = Double.parseDouble(value);
      if (seconds >= 0 && seconds < Double.POSITIVE_INFINITY) {
        return seconds;
      }
    } catch (NumberFormatException e) {
      // said below, with what was expected
    }
    throw new AuricleException(column + " is '" + value + "', expected seconds, as in 12.5");
  }

  private static @Nullable String split(@Nullable String value) {
    if (value == null) {
      return null;
    }
    String split = FolderLayout.splitOf(value);
    if (split == null) {
      throw new AuricleException(
          "the split is '" + value + "', expected train, validation or test");
    }
    return split;
  }

  private static @Nullable String optional(Row row, @Nullable String column) {
    String value = column == null ? "" : row.get(column);
    return value.isEmpty() ? null : value;
  }

  private static String time(double seconds) {
    String text = String.format(Locale.ROOT, "%.3f", seconds);
    return text.replaceAll("\\.?0+$", "");
  }
}
