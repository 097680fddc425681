package dev.auricle.data;

import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Divisions that are drawn: hold-out, k folds, and one group at a time. */
final class Drawn {
  private Drawn() {}

  static Division divide(Protocol protocol, Dataset dataset, Groups groups) {
    if (protocol.foldBy() != null) {
      throw new AuricleException(
          "fold-by names folds, which the protocol '"
              + protocol.words()
              + "' does not use; use folds");
    }
    return switch (protocol.kind()) {
      case HOLDOUT -> holdout(protocol, dataset, groups);
      case KFOLD -> folds(protocol, dataset, groups);
      default -> leaveOneOut(dataset, groups);
    };
  }

  private static Division holdout(Protocol protocol, Dataset dataset, Groups groups) {
    int count = groups.distinct().size();
    if (count < 2) {
      throw new AuricleException(
          protocol.words()
              + " needs two "
              + Counts.plural(groups.name())
              + " at least; "
              + dataset.name()
              + " has "
              + Counts.of(count, groups.name()));
    }
    int[] side = Stratification.holdout(dataset, groups, protocol.fraction(), protocol.seed());
    int[] test = Division.where(side, 1, true);
    int[] train = Division.where(side, 0, true);
    if (test.length == 0 || train.length == 0) {
      throw new AuricleException(
          protocol.words()
              + " leaves nothing to "
              + (test.length == 0 ? "test" : "train on")
              + " in "
              + dataset.name()
              + " ("
              + Counts.of(count, groups.name())
              + "); use a "
              + (test.length == 0 ? "larger" : "smaller")
              + " fraction or leave-one-group-out");
    }
    String percent = Stratification.percent(protocol.fraction());
    String name = "hold-out of " + percent + " %, " + groups.phrase() + ", seed " + protocol.seed();
    String sentence =
        "a hold-out of "
            + percent
            + " %, "
            + groups.phrase()
            + ", stratified, seed "
            + protocol.seed();
    return new Division(
        sentence, List.of(new Fold(name, train, new int[0], test)), lonely(dataset, groups));
  }

  private static Division folds(Protocol protocol, Dataset dataset, Groups groups) {
    int k = protocol.folds();
    int count = groups.distinct().size();
    if (count < k) {
      String instead =
          count < 2
              ? "name another column with group-by"
              : "use kfold:" + count + " or leave-one-group-out";
      throw new AuricleException(
          protocol.words()
              + " needs "
              + k
              + " "
              + Counts.plural(groups.name())
              + " at least; "
              + dataset.name()
              + " has "
              + Counts.of(count, groups.name())
              + "; "
              + instead);
    }
    int[] side = Stratification.folds(dataset, groups, k, protocol.seed());
    String how = groups.phrase() + ", seed " + protocol.seed();
    List<Fold> folds = new ArrayList<>();
    for (int f = 0; f < k; f++) {
      folds.add(
          new Fold(
              "fold " + (f + 1) + " of " + k + ", " + how,
              Division.where(side, f, false),
              new int[0],
              Division.where(side, f, true)));
    }
    String sentence = k + " folds, " + groups.phrase() + ", stratified, seed " + protocol.seed();
    return new Division(sentence, folds, lonely(dataset, groups));
  }

  private static Division leaveOneOut(Dataset dataset, Groups groups) {
    List<String> names = groups.distinct();
    if (names.size() < 2) {
      throw new AuricleException(
          "leave-one-group-out needs two "
              + Counts.plural(groups.name())
              + " at least; "
              + dataset.name()
              + " has one, '"
              + names.get(0)
              + "'");
    }
    if (!groups.meaningful()) {
      throw new AuricleException(
          "leave-one-group-out needs groups; in "
              + dataset.name()
              + " every clip is its own. Name a column with group-by, or use kfold:5");
    }
    Map<String, Integer> index = new HashMap<>();
    names.forEach(n -> index.put(n, index.size()));
    int[] side = groups.of().stream().mapToInt(g -> index.getOrDefault(g, -1)).toArray();
    List<Fold> folds = new ArrayList<>();
    for (int f = 0; f < names.size(); f++) {
      folds.add(
          new Fold(
              "fold "
                  + (f + 1)
                  + " of "
                  + names.size()
                  + ", "
                  + groups.name()
                  + " "
                  + names.get(f)
                  + " left out",
              Division.where(side, f, false),
              new int[0],
              Division.where(side, f, true)));
    }
    String sentence = "each of " + Counts.of(names.size(), groups.name()) + " left out once";
    return new Division(sentence, folds, lonely(dataset, groups));
  }

  /** Labels within one group: wherever they are tested, nothing was trained on them. */
  private static List<String> lonely(Dataset dataset, Groups groups) {
    List<String> warnings = new ArrayList<>();
    for (String label : dataset.labels()) {
      String only = null;
      int found = 0;
      for (int i = 0; i < groups.of().size() && found < 2; i++) {
        String group = groups.of().get(i);
        if (dataset.examples().get(i).labels().contains(label) && !group.equals(only)) {
          only = group;
          found++;
        }
      }
      if (found == 1) {
        warnings.add(
            "label '"
                + label
                + "' stands in one "
                + groups.name()
                + " only ("
                + only
                + "): it is never both trained and tested");
      }
    }
    return warnings;
  }
}
