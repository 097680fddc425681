package dev.auricle.data;

import dev.auricle.data.text.Nearest;
import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The part of a dataset that is wanted.
 *
 * @param classes labels to keep, in any case, all where empty; AudioSet's segments are rolled up to
 *     them along the ontology
 * @param where conditions on columns, such as {@code esc10} = {@code True}
 */
public record Selection(List<String> classes, Map<String, String> where) {
  /** Everything. */
  public static final Selection ALL = new Selection(List.of(), Map.of());

  public Selection {
    classes = List.copyOf(classes);
    where = Map.copyOf(where);
  }

  /**
   * Reads conditions {@code column=value}; {@code esc10} alone means {@code esc10=True}.
   *
   * @throws AuricleException if a condition has no column
   */
  public static Selection of(List<String> classes, List<String> conditions) {
    Map<String, String> where = new LinkedHashMap<>();
    for (String condition : conditions) {
      int equals = condition.indexOf('=');
      String column = (equals < 0 ? condition : condition.substring(0, equals)).strip();
      if (column.isEmpty()) {
        throw new AuricleException("'" + condition + "': expected column=value, as in esc10=True");
      }
      where.put(column, equals < 0 ? "True" : condition.substring(equals + 1).strip());
    }
    return new Selection(classes, where);
  }

  boolean isAll() {
    return classes.isEmpty() && where.isEmpty();
  }

  /** The part of the dataset; its labels are those that are left. */
  Dataset of(Dataset dataset) {
    if (isAll()) {
      return dataset;
    }
    List<String> wanted = classes.stream().map(c -> label(dataset, c)).toList();
    where.keySet().forEach(column -> Groups.requireColumn(dataset, column, "subset"));
    List<Example> kept = new ArrayList<>();
    for (Example e : dataset.examples()) {
      List<String> labels =
          classes.isEmpty() ? e.labels() : e.labels().stream().filter(wanted::contains).toList();
      if (!labels.isEmpty() && holds(e)) {
        kept.add(e.withLabels(labels));
      }
    }
    if (kept.isEmpty()) {
      throw new AuricleException(
          "no clip of " + dataset.name() + " has " + said() + values(dataset));
    }
    String description =
        dataset.description() + "; of these " + Counts.of(kept.size(), "clip") + " with " + said();
    return Datasets.of(
        dataset.root(),
        new Datasets.Found(
            dataset.layout(), description, dataset.groupName(), kept, dataset.warnings()));
  }

  private static String label(Dataset dataset, String wanted) {
    return dataset.labels().stream()
        .filter(l -> l.equalsIgnoreCase(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new AuricleException(
                    "no label '"
                        + wanted
                        + "' in "
                        + dataset.name()
                        + "; labels are "
                        + Counts.few(dataset.labels())
                        + Nearest.question(wanted, dataset.labels())));
  }

  /** What the columns asked for do hold. */
  private String values(Dataset dataset) {
    StringBuilder text = new StringBuilder();
    for (String column : where.keySet().stream().sorted().toList()) {
      List<String> values =
          dataset.examples().stream()
              .map(e -> String.valueOf(e.column(column)))
              .distinct()
              .sorted()
              .toList();
      text.append("; ").append(column).append(" holds ").append(Counts.few(values));
    }
    return text.toString();
  }

  private boolean holds(Example e) {
    return where.entrySet().stream()
        .allMatch(w -> w.getValue().equalsIgnoreCase(String.valueOf(e.column(w.getKey()))));
  }

  private String said() {
    List<String> parts = new ArrayList<>();
    if (!classes.isEmpty()) {
      parts.add("label " + String.join(", ", classes));
    }
    if (!where.isEmpty()) {
      parts.add(
          where.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(w -> w.getKey() + "=" + w.getValue())
              .collect(Collectors.joining(", ")));
    }
    return String.join(" and ", parts);
  }
}
