package dev.auricle.data;

import dev.auricle.data.text.Nearest;
import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What must stay together.
 *
 * @param name a noun for one of them
 * @param of the group of each example, by index
 * @param meaningful true where some group holds several clips
 */
record Groups(String name, List<String> of, boolean meaningful) {

  /** Columns of these names say whose clips belong together. */
  private static final Set<String> LIKELY =
      Set.of(
          "speaker",
          "voice",
          "person",
          "subject",
          "patient",
          "singer",
          "player",
          "session",
          "recording",
          "source",
          "song",
          "site",
          "location",
          "device",
          "machine");

  /** A sentence for each column that should be grouped by, as far as its name and values tell. */
  static List<String> likely(Dataset dataset) {
    List<Example> examples = dataset.examples();
    List<String> sentences = new ArrayList<>();
    for (String column : columns(dataset)) {
      List<String> values = examples.stream().map(e -> e.column(column)).toList();
      long distinct = values.stream().distinct().count();
      if (LIKELY.contains(column.toLowerCase(Locale.ROOT))
          && values.stream().noneMatch(Objects::isNull)
          && distinct > 1
          && distinct <= examples.size() / 2) {
        sentences.add(
            "column '%s' has %d values, each of several clips, and one's clips on both sides flatter a score; '--group-by %s' keeps them together"
                .formatted(column, distinct, column));
      }
    }
    return sentences;
  }

  /** The dataset's own groups, those of a column, or each clip by itself. */
  static Groups of(Dataset dataset, @Nullable String column) {
    if (Protocol.EACH_CLIP.equals(column)) {
      return new Groups("clip", dataset.examples().stream().map(Example::id).toList(), false);
    }
    List<String> groups =
        column == null
            ? dataset.examples().stream().map(Example::group).toList()
            : column(dataset, column, "group-by");
    return new Groups(
        column == null ? dataset.groupName() : column,
        groups,
        Set.copyOf(groups).size() < groups.size());
  }

  /** A column's value for each example; an error where some example has none. */
  static List<String> column(Dataset dataset, String column, String option) {
    requireColumn(dataset, column, option);
    List<String> without =
        dataset.examples().stream().filter(e -> e.column(column) == null).map(Example::id).toList();
    if (!without.isEmpty()) {
      throw new AuricleException(
          option
              + ": "
              + Counts.of(without.size(), "clip")
              + " of "
              + dataset.name()
              + " without a value for '"
              + column
              + "': "
              + Counts.few(without));
    }
    return dataset.examples().stream().map(e -> Objects.requireNonNull(e.column(column))).toList();
  }

  /** An error where no example has the column. */
  static void requireColumn(Dataset dataset, String column, String option) {
    if (dataset.examples().stream().allMatch(e -> e.column(column) == null)) {
      Collection<String> columns = columns(dataset);
      throw new AuricleException(
          option
              + ": no column '"
              + column
              + "' in "
              + dataset.name()
              + "; columns are "
              + String.join(", ", columns)
              + Nearest.question(column, columns));
    }
  }

  private static Collection<String> columns(Dataset dataset) {
    Set<String> names = new TreeSet<>(List.of("group", "label", "clip"));
    dataset.examples().forEach(e -> names.addAll(e.columns().keySet()));
    return names;
  }

  /** The distinct groups, in natural order. */
  List<String> distinct() {
    return of.stream().distinct().sorted(NaturalOrder.INSTANCE).toList();
  }

  /** {@code grouped by speaker}, or {@code ungrouped}. */
  String phrase() {
    return meaningful ? "grouped by " + name : "ungrouped";
  }
}
