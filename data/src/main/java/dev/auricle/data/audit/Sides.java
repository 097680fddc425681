package dev.auricle.data.audit;

import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.Fold;
import dev.auricle.data.Protocol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where a protocol puts each example of a dataset. */
final class Sides {
  private static final int SHOWN = 4;

  private final Dataset dataset;
  private final List<Fold> folds;

  /** {@code [fold][example]}. */
  private final boolean[][] tested;

  /** {@code [fold][example]}: train or validation. */
  private final boolean[][] seen;

  private Sides(Dataset dataset, List<Fold> folds) {
    int examples = dataset.examples().size();
    this.dataset = dataset;
    this.folds = folds;
    tested = new boolean[folds.size()][examples];
    seen = new boolean[folds.size()][examples];
    for (int f = 0; f < folds.size(); f++) {
      mark(tested[f], folds.get(f).test());
      mark(seen[f], folds.get(f).train());
      mark(seen[f], folds.get(f).validation());
    }
  }

  static Sides of(Dataset dataset, Protocol protocol) {
    return new Sides(dataset, protocol.folds(dataset));
  }

  Dataset dataset() {
    return dataset;
  }

  /** A finding about some examples, by their indices. */
  Leak leak(Leak.Kind kind, String what, List<Integer> indices) {
    List<Example> examples = indices.stream().sorted().map(dataset.examples()::get).toList();
    Set<Set<String>> labels = new HashSet<>();
    examples.forEach(e -> labels.add(Set.copyOf(e.labels())));
    return new Leak(
        kind,
        what,
        examples.stream().map(Example::id).toList(),
        crosses(indices),
        labels.size() > 1,
        where(indices));
  }

  /** Whether some fold tests one of them after another of them was seen. */
  boolean crosses(List<Integer> indices) {
    for (int f = 0; f < tested.length; f++) {
      boolean test = false;
      boolean train = false;
      for (int i : indices) {
        test |= tested[f][i];
        train |= seen[f][i];
      }
      if (test && train) {
        return true;
      }
    }
    return false;
  }

  private String where(List<Integer> indices) {
    Set<String> places = new TreeSet<>();
    for (int i : indices) {
      for (int f = 0; f < tested.length; f++) {
        if (folds.size() == 1) {
          places.add(tested[f][i] ? "test" : seen[f][i] ? "train" : "neither side");
        } else if (tested[f][i]) {
          places.add("fold " + (f + 1));
        }
      }
    }
    List<String> shown = new ArrayList<>(places).subList(0, Math.min(SHOWN, places.size()));
    return String.join(" and ", shown) + (places.size() > SHOWN ? " and more" : "");
  }

  private static void mark(boolean[] side, int[] indices) {
    for (int i : indices) {
      side[i] = true;
    }
  }
}
