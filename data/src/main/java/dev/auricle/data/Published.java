package dev.auricle.data;

import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Folds and splits that the dataset names itself. Groups may stand on both sides: it is said. */
final class Published {
  private Published() {}

  static Division divide(Protocol protocol, Dataset dataset, Groups groups) {
    if (protocol.foldBy() != null && protocol.kind() != Protocol.Kind.FOLDS) {
      throw new AuricleException(
          "fold-by names folds, which the protocol '"
              + protocol.words()
              + "' does not use; use folds");
    }
    boolean bySplit =
        switch (protocol.kind()) {
          case SPLIT -> true;
          case FOLDS -> false;
          default -> official(dataset);
        };
    return bySplit ? split(dataset, groups) : folds(protocol, dataset, groups);
  }

  /** Whose division it is, for the sentences. */
  private static String owner(Dataset dataset) {
    return dataset.layout().equals("manifest") ? "the manifest's" : "the publisher's";
  }

  /** True for a split, false for folds. */
  private static boolean official(Dataset dataset) {
    boolean test = dataset.examples().stream().anyMatch(e -> "test".equals(e.split()));
    boolean fold = dataset.examples().stream().anyMatch(e -> e.fold() != null);
    if (!test && !fold) {
      throw new AuricleException(
          dataset.name()
              + " has no official division ("
              + dataset.description()
              + "); use kfold:5, holdout:0.2 or leave-one-group-out");
    }
    boolean everySplit = dataset.examples().stream().allMatch(e -> e.split() != null);
    return test && (everySplit || !fold);
  }

  private static Division split(Dataset dataset, Groups groups) {
    List<Example> examples = dataset.examples();
    int[] side = new int[examples.size()];
    List<String> without = new ArrayList<>();
    for (int i = 0; i < side.length; i++) {
      String split = examples.get(i).split();
      if (split == null) {
        without.add(examples.get(i).id());
        continue;
      }
      side[i] =
          switch (split) {
            case "train" -> 0;
            case "validation" -> 1;
            case "test" -> 2;
            default ->
                throw new AuricleException(
                    examples.get(i).id()
                        + ": the split is '"
                        + split
                        + "', expected train, validation or test");
          };
    }
    if (!without.isEmpty()) {
      throw new AuricleException(
          Counts.of(without.size(), "clip")
              + " of "
              + dataset.name()
              + " in no split: "
              + Counts.few(without)
              + "; name train, validation or test for each, or use kfold:5");
    }
    int[] train = Division.where(side, 0, true);
    int[] validation = Division.where(side, 1, true);
    int[] test = Division.where(side, 2, true);
    if (train.length == 0 || test.length == 0) {
      throw new AuricleException(
          dataset.name()
              + " has "
              + Counts.of(train.length, "clip")
              + " to train and "
              + Counts.of(test.length, "clip")
              + " to test; the protocol split needs both");
    }
    Crossing crossing = Crossing.of(groups, List.of(test));
    String name = owner(dataset).replace("the ", "") + " split";
    Fold fold = new Fold(name + crossing.inBrackets(), train, validation, test);
    String sizes =
        String.format(
            Locale.ROOT,
            "%,d train%s, %,d test",
            train.length,
            validation.length > 0
                ? String.format(Locale.ROOT, ", %,d validation", validation.length)
                : "",
            test.length);
    return new Division(
        owner(dataset) + " split: " + sizes + crossing.clause(),
        List.of(fold),
        crossing.warnings());
  }

  private static Division folds(Protocol protocol, Dataset dataset, Groups groups) {
    List<String> values = foldValues(dataset, protocol.foldBy());
    List<String> names = values.stream().distinct().sorted(NaturalOrder.INSTANCE).toList();
    if (names.size() < 2) {
      throw new AuricleException(
          dataset.name()
              + " has one fold only, '"
              + names.get(0)
              + "'; the protocol folds needs two or more");
    }
    int[] side = values.stream().mapToInt(names::indexOf).toArray();
    List<int[]> tests = new ArrayList<>();
    for (int f = 0; f < names.size(); f++) {
      tests.add(Division.where(side, f, true));
    }
    String source =
        protocol.foldBy() == null ? owner(dataset) + " folds" : "folds by " + protocol.foldBy();
    Crossing crossing = Crossing.of(groups, tests);
    List<Fold> folds = new ArrayList<>();
    for (int f = 0; f < names.size(); f++) {
      String place = "fold " + (f + 1) + " of " + names.size();
      String named =
          names.get(f).equals(Integer.toString(f + 1)) ? "" : " ('" + names.get(f) + "')";
      folds.add(
          new Fold(
              place + named + ", " + source + crossing.inBrackets(),
              Division.where(side, f, false),
              new int[0],
              tests.get(f)));
    }
    return new Division(
        names.size() + " folds, " + source + crossing.clause(), folds, crossing.warnings());
  }

  private static List<String> foldValues(Dataset dataset, @Nullable String column) {
    if (column != null) {
      return Groups.column(dataset, column, "fold-by");
    }
    List<String> without =
        dataset.examples().stream().filter(e -> e.fold() == null).map(Example::id).toList();
    if (!without.isEmpty()) {
      throw new AuricleException(
          Counts.of(without.size(), "clip")
              + " of "
              + dataset.name()
              + " in no fold: "
              + Counts.few(without)
              + "; name a column with fold-by, or use kfold:5");
    }
    return dataset.examples().stream().map(e -> Objects.requireNonNull(e.fold())).toList();
  }
}
