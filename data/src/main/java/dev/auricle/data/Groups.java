package dev.auricle.data;

import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

  /** The dataset's own groups, or those of a column. */
  static Groups of(Dataset dataset, @Nullable String column) {
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
    List<String> values = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (Example example : dataset.examples()) {
      String value = example.column(column);
      if (value == null) {
        without.add(example.id());
      } else {
        values.add(value);
      }
    }
    if (values.isEmpty() && !dataset.examples().isEmpty()) {
      throw new AuricleException(
          option
              + ": no column '"
              + column
              + "' in "
              + dataset.name()
              + "; columns are "
              + String.join(", ", columns(dataset)));
    }
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
    return values;
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
