package dev.auricle.learn.neural;

import dev.auricle.learn.training.TrainingData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What is trained on and what is watched. Where a validation part is watched and none is given, one
 * is cut from the training clips by whole groups, never much more than was asked for unless every
 * group is larger: then the smallest is watched. With fewer than three groups nothing can be
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
    List<List<Integer>> shuffled = new ArrayList<>(groups.values());
    Collections.shuffle(shuffled, new Random(Seeds.mix(seed, 4)));
    List<Integer> fit = new ArrayList<>();
    List<Integer> watch = new ArrayList<>();
    double wanted = settings.validation() * train.size();
    for (List<Integer> group : shuffled) {
      boolean joins = watch.size() < wanted && watch.size() + group.size() < 2 * wanted + 1;
      (joins ? watch : fit).addAll(group);
    }
    if (watch.isEmpty()) {
      watch.addAll(Collections.min(shuffled, Comparator.comparingInt(List::size)));
      fit.removeAll(watch);
    }
    return new Parts(train.subset(sorted(fit)), train.subset(sorted(watch)));
  }

  private static int[] sorted(List<Integer> indices) {
    return indices.stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
