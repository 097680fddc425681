package dev.auricle.learn.inspection;

import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.Fold;
import dev.auricle.data.Protocol;
import dev.auricle.data.audit.FileFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What the probe works on: the examples that could be measured.
 *
 * @param facts of each row
 * @param labels names of the labels
 * @param carried indices of the labels that each row carries
 * @param groups of each row: what the protocol keeps together
 * @param folds rows to fit on and rows to test, a pair a fold
 */
@SuppressWarnings("ArrayRecordComponent") // working memory, never compared as a whole
record ProbeData(
    List<FileFacts> facts,
    List<String> labels,
    int[][] carried,
    List<String> groups,
    List<Rows> folds) {

  /** Rows of one fold. */
  @SuppressWarnings("ArrayRecordComponent")
  record Rows(int[] fitted, int[] tested) {}

  static ProbeData of(Dataset dataset, Protocol protocol, List<FileFacts> facts) {
    Map<String, FileFacts> byId = new HashMap<>();
    facts.forEach(f -> byId.put(f.id(), f));
    List<FileFacts> rows = new ArrayList<>();
    List<int[]> carried = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    int[] row = new int[dataset.examples().size()];
    String column = protocol.groupBy();
    for (int i = 0; i < row.length; i++) {
      Example example = dataset.examples().get(i);
      FileFacts measured = byId.get(example.id());
      row[i] = measured == null ? -1 : rows.size();
      if (measured != null) {
        rows.add(measured);
        carried.add(example.labels().stream().mapToInt(dataset::labelIndex).toArray());
        String group = column == null ? example.group() : example.column(column);
        groups.add(Objects.requireNonNullElse(group, example.id()));
      }
    }
    List<Rows> folds = new ArrayList<>();
    for (Fold fold : protocol.folds(dataset)) {
      IntStream fitted =
          IntStream.concat(Arrays.stream(fold.train()), Arrays.stream(fold.validation()));
      Rows both =
          new Rows(
              fitted.map(i -> row[i]).filter(r -> r >= 0).toArray(),
              Arrays.stream(fold.test()).map(i -> row[i]).filter(r -> r >= 0).toArray());
      if (both.fitted().length > 0 && both.tested().length > 0) {
        folds.add(both);
      }
    }
    return new ProbeData(
        rows, dataset.labels(), carried.toArray(int[][]::new), groups, List.copyOf(folds));
  }

  /** True where some row carries several labels, or none. */
  boolean multiLabel() {
    return Arrays.stream(carried).anyMatch(c -> c.length != 1);
  }

  /** Rows that some fold tests, each once. */
  int[] tested() {
    return folds.stream()
        .flatMapToInt(f -> Arrays.stream(f.tested()))
        .distinct()
        .sorted()
        .toArray();
  }
}
