package dev.auricle.learn.tuning;

import dev.auricle.data.Dataset;
import dev.auricle.data.Fold;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A part of a fold's training clips, label by label, for the early rungs of successive halving. */
final class Shares {
  private Shares() {}

  /**
   * The fold with a share of its training clips, at least two of each label; the test clips are the
   * same.
   */
  static Fold of(Dataset dataset, Fold fold, double share, long seed) {
    if (share >= 1) {
      return fold;
    }
    TreeMap<String, List<Integer>> byLabel = new TreeMap<>();
    for (int i : fold.train()) {
      byLabel.computeIfAbsent(dataset.examples().get(i).label(), label -> new ArrayList<>()).add(i);
    }
    Random random = new Random(seed);
    IntStream.Builder kept = IntStream.builder();
    byLabel.forEach(
        (label, clips) -> {
          Collections.shuffle(clips, random);
          int count = Math.max(2, (int) Math.round(share * clips.size()));
          clips.stream().limit(count).forEach(kept::add);
        });
    return new Fold(fold.name(), kept.build().sorted().toArray(), fold.validation(), fold.test());
  }
}
