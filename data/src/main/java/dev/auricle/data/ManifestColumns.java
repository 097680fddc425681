package dev.auricle.data;

import dev.auricle.data.table.Table;
import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which of a table's columns say what, by the names that the field uses for them.
 *
 * @param path the file
 * @param label one label, or several with {@code ;} or {@code |} between
 * @param severalLabels true for a column named {@code labels}, where commas divide as well
 */
record ManifestColumns(
    String path,
    String label,
    boolean severalLabels,
    @Nullable String start,
    @Nullable String end,
    @Nullable String group,
    @Nullable String fold,
    @Nullable String split) {

  static ManifestColumns of(Table table) {
    String path = find(table, "path", "file", "filename", "file_name", "fname", "audio");
    String label = find(table, "label", "labels", "class", "category");
    if (path == null || label == null) {
      throw new AuricleException(
          table.file()
              + " has no column '"
              + (path == null ? "path" : "label")
              + "'; found "
              + String.join(",", table.columns())
              + ", expected path,label[,start,end,group,fold,split]");
    }
    return new ManifestColumns(
        path,
        label,
        label.equalsIgnoreCase("labels"),
        find(table, "start", "start_seconds", "onset"),
        find(table, "end", "end_seconds", "offset"),
        find(table, "group"),
        find(table, "fold"),
        find(table, "split"));
  }

  private static @Nullable String find(Table table, String... names) {
    for (String name : names) {
      for (String column : table.columns()) {
        if (column.toLowerCase(Locale.ROOT).equals(name)) {
          return column;
        }
      }
    }
    return null;
  }

  /** What the columns beyond path and label say, for the description. */
  String said(List<Example> examples) {
    List<String> parts = new ArrayList<>();
    if (start != null || end != null) {
      parts.add("cut by " + (end == null ? start : start == null ? end : start + " and " + end));
    }
    if (group != null) {
      parts.add(Counts.of(distinct(examples, Example::group), "group"));
    }
    if (fold != null) {
      parts.add(Counts.of(distinct(examples, Example::fold), "fold"));
    }
    if (split != null) {
      parts.add("its own split");
    }
    return parts.isEmpty() ? "" : ", " + String.join(", ", parts);
  }

  private static long distinct(List<Example> examples, Function<Example, @Nullable String> what) {
    return examples.stream().map(what).filter(Objects::nonNull).distinct().count();
  }
}
