package dev.auricle.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A protocol carried out on a dataset.
 *
 * @param sentence what was done, for people
 * @param folds the outcome
 * @param warnings what a reader of the scores should know
 */
record Division(String sentence, List<Fold> folds, List<String> warnings) {

  static Division of(Protocol protocol, Dataset dataset) {
    Groups groups = Groups.of(dataset, protocol.groupBy());
    return switch (protocol.kind()) {
      case OFFICIAL, FOLDS, SPLIT -> Published.divide(protocol, dataset, groups);
      case HOLDOUT, KFOLD, LEAVE_ONE_GROUP_OUT -> Drawn.divide(protocol, dataset, groups);
      case BUNDLE -> whole(dataset);
    };
  }

  /** Nothing is fitted, so nothing needs to be kept apart. */
  private static Division whole(Dataset dataset) {
    int[] all = IntStream.range(0, dataset.examples().size()).toArray();
    String sentence = "a finished bundle on " + Counts.of(all.length, "clip") + ", nothing fitted";
    return new Division(
        sentence, List.of(new Fold("all clips", new int[0], new int[0], all)), List.of());
  }

  /** The indices at which {@code side} holds the wanted number, ascending. */
  static int[] where(int[] side, int wanted, boolean equal) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < side.length; i++) {
      if ((side[i] == wanted) == equal) {
        found.add(i);
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }
}
