package dev.auricle.data;

import dev.auricle.signal.AuricleException;
import dev.auricle.signal.LabelNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts a dataset together: sorts, collects the labels, and chooses the default protocol. */
final class Datasets {
  private static final int FOLDS = 5;

  private Datasets() {}

  /** What a layout found. */
  record Found(
      String layout,
      String description,
      String groupName,
      List<Example> examples,
      List<String> warnings) {}

  static Dataset of(Path root, Found found) {
    return of(root, nameOf(root), found);
  }

  static Dataset of(Path root, String name, Found found) {
    List<Example> examples = new ArrayList<>(found.examples());
    examples.sort(Comparator.comparing(Example::id));
    examples.forEach(example -> checkLabels(root, example));
    List<String> labels =
        examples.stream().flatMap(e -> e.labels().stream()).distinct().sorted().toList();
    return new Dataset(
        name,
        root,
        found.layout(),
        found.description(),
        List.copyOf(examples),
        labels,
        found.groupName(),
        defaultProtocol(examples),
        List.copyOf(found.warnings()));
  }

  private static void checkLabels(Path root, Example example) {
    for (String label : example.labels()) {
      String fault = LabelNames.fault(label);
      if (fault != null) {
        throw new AuricleException(
            root
                + ": label "
                + LabelNames.quoted(label)
                + " of "
                + LabelNames.quoted(example.id())
                + " "
                + fault
                + "; rename its folder, or mend the table's row");
      }
    }
  }

  static String nameOf(Path root) {
    Path last = root.toAbsolutePath().normalize().getFileName();
    return last == null ? root.toString() : last.toString();
  }

  /** The publisher's division where all examples stand in one, else k folds or the groups. */
  private static Protocol defaultProtocol(List<Example> examples) {
    boolean split =
        examples.stream().allMatch(e -> e.split() != null)
            && examples.stream().anyMatch(e -> "test".equals(e.split()))
            && examples.stream().anyMatch(e -> "train".equals(e.split()));
    boolean folds =
        examples.stream().allMatch(e -> e.fold() != null)
            && examples.stream().map(Example::fold).distinct().count() > 1;
    if (split || folds) {
      return Protocol.of(Protocol.Kind.OFFICIAL);
    }
    long groups = examples.stream().map(Example::group).distinct().count();
    if (groups >= FOLDS) {
      return Protocol.of(Protocol.Kind.KFOLD);
    }
    return groups < examples.size()
        ? Protocol.of(Protocol.Kind.LEAVE_ONE_GROUP_OUT)
        : Protocol.parse("kfold:" + Math.max(2, groups), Protocol.DEFAULT_SEED);
  }
}
