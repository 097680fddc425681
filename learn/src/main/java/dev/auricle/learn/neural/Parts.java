package dev.auricle.learn.neural;

import dev.auricle.learn.training.TrainingData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What is trained on and what is watched. Where a validation part is watched and none is given, one
 * is cut from the training clips by whole groups; with fewer than three groups nothing can be
 * watched honestly, so everything is trained on.
 *
 * @param train to fit
 * @param validation to watch; null for nothing
 */
record Parts(TrainingData train, @Nullable TrainingData validation) {
  private static final int LEAST_GROUPS = 3;

  static Parts of(
      TrainingData train, @Nullable TrainingData given, TrainingSettings settings, long seed) {
    if (given != null || !settings.watches()) {
      return new Parts(train, given);
    }
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < train.size(); i++) {
      groups.computeIfAbsent(train.group(i), group -> new ArrayList<>()).add(i);
    }
    if (groups.size() < LEAST_GROUPS) {
      return new Parts(train, null);
    }
    List<String> names = new ArrayList<>(groups.keySet());
    Collections.shuffle(names, new Random(Seeds.mix(seed, 4)));
    List<Integer> fit = new ArrayList<>();
    List<Integer> watch = new ArrayList<>();
    for (String name : names) {
      boolean enough = watch.size() >= settings.validation() * train.size();
      (enough ? fit : watch).addAll(groups.getOrDefault(name, List.of()));
    }
    return new Parts(train.subset(sorted(fit)), train.subset(sorted(watch)));
  }

  private static int[] sorted(List<Integer> indices) {
    return indices.stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
