package dev.auricle.data;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Examples and their label set.
 *
 * @param name the folder's name
 * @param root the folder, or the manifest's folder
 * @param layout what was recognised: {@code folders}, {@code fsdd}, {@code esc50}, {@code manifest}
 *     …
 * @param description one sentence on what was recognised, to say aloud
 * @param examples sorted by id
 * @param labels sorted; the order of a model's outputs
 * @param groupName what a group is, such as {@code speaker}; {@code clip} where every clip is its
 *     own
 * @param defaultProtocol the publisher's where the layout has one, else {@code kfold:5}
 * @param warnings what looked wrong while reading, such as a file skipped, with the reason
 */
public record Dataset(
    String name,
    Path root,
    String layout,
    String description,
    List<Example> examples,
    List<String> labels,
    String groupName,
    Protocol defaultProtocol,
    List<String> warnings) {

  /**
   * The same dataset with other examples, in their order. The labels stay, so that their indices
   * do, and so does the default protocol.
   */
  public Dataset withExamples(List<Example> chosen) {
    return with(List.copyOf(chosen), labels, warnings);
  }

  /** The same dataset with another label set. */
  public Dataset withLabels(List<String> chosen) {
    return with(examples, List.copyOf(chosen), warnings);
  }

  /**
   * The same dataset with the groups that a column names, as {@link Protocol#groupBy()} does.
   *
   * @throws dev.auricle.signal.AuricleException if an example has no value in that column
   */
  public Dataset groupedBy(String column) {
    Groups groups = Groups.of(this, column);
    List<Example> grouped =
        IntStream.range(0, examples.size())
            .mapToObj(i -> examples.get(i).withGroup(groups.of().get(i)))
            .toList();
    return new Dataset(
        name, root, layout, description, grouped, labels, groups.name(), defaultProtocol, warnings);
  }

  /** The same dataset with other warnings. */
  public Dataset withWarnings(List<String> others) {
    return with(examples, labels, List.copyOf(others));
  }

  private Dataset with(List<Example> chosen, List<String> labelSet, List<String> others) {
    return new Dataset(
        name, root, layout, description, chosen, labelSet, groupName, defaultProtocol, others);
  }

  /** True where an example carries several labels. */
  public boolean multiLabel() {
    return examples.stream().anyMatch(e -> e.labels().size() > 1);
  }

  /** Index of a label in {@link #labels()}, or -1. */
  public int labelIndex(String label) {
    return labels.indexOf(label);
  }

  /** True where groups hold several clips, so that grouping means something. */
  public boolean grouped() {
    return examples.stream().map(Example::group).distinct().count() < examples.size();
  }
}
