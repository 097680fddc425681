package dev.auricle.bench.accuracy;

import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.Fold;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A division inside a fold's training part: settings are chosen on it, and the fold's test clips
 * stay unheard.
 */
final class Inner {
  private Inner() {}

  /**
   * Holds out the publisher's next fold where clips name one; otherwise whole groups until a
   * quarter of the clips stands apart.
   *
   * @param number of the outer fold, which decides what is held out
   */
  static Fold of(Fold outer, Dataset dataset, int number) {
    int[] all =
        IntStream.concat(Arrays.stream(outer.train()), Arrays.stream(outer.validation()))
            .sorted()
            .toArray();
    List<String> folds =
        Arrays.stream(all)
            .mapToObj(i -> String.valueOf(dataset.examples().get(i).fold()))
            .distinct()
            .sorted()
            .toList();
    Set<Integer> held = new LinkedHashSet<>();
    if (folds.size() > 1) {
      String next = folds.get(number % folds.size());
      Arrays.stream(all)
          .filter(i -> next.equals(String.valueOf(dataset.examples().get(i).fold())))
          .forEach(held::add);
    } else {
      byGroups(all, dataset, number, held);
    }
    return new Fold(
        "inside " + outer.name(),
        Arrays.stream(all).filter(i -> !held.contains(i)).toArray(),
        new int[0],
        held.stream().mapToInt(Integer::intValue).sorted().toArray());
  }

  private static void byGroups(int[] all, Dataset dataset, int number, Set<Integer> held) {
    Map<String, Set<Integer>> groups = new TreeMap<>();
    for (int i : all) {
      Example example = dataset.examples().get(i);
      groups.computeIfAbsent(String.valueOf(example.group()), g -> new LinkedHashSet<>()).add(i);
    }
    List<String> names = List.copyOf(new LinkedHashMap<>(groups).keySet());
    for (int k = 0; k < names.size() && held.size() < all.length / 4; k++) {
      held.addAll(groups.get(names.get((number + k) % names.size())));
    }
  }
}
