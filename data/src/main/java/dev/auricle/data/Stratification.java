package dev.auricle.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/**
 * Deals whole groups to sides so that each side carries each label in its share. Groups come in the
 * order of their size, large ones first, equal ones shuffled by the seed, and each goes where the
 * labels it brings are scarcest. Where every group has one label, a side's share of a label is
 * within one group of the ideal: a group goes to the side that has least of its label, so two sides
 * never differ by more than the largest.
 */
final class Stratification {
  private Stratification() {}

  /**
   * Clips that stay together.
   *
   * @param members their indices
   * @param labels how often each label occurs among them
   */
  private record Block(List<Integer> members, double[] labels) {
    int size() {
      return members.size();
    }
  }

  /** The fold of each example, 0 to {@code k - 1}; no fold is empty where there are k groups. */
  static int[] folds(Dataset dataset, Groups groups, int k, long seed) {
    double[] totals = new double[dataset.labels().size()];
    List<Block> blocks = blocks(dataset, groups, seed, totals);
    double[][] counts = new double[k][totals.length];
    int[] sizes = new int[k];
    int[] side = new int[dataset.examples().size()];
    for (Block block : blocks) {
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int f = 0; f < k; f++) {
        double cost = growth(counts[f], block.labels(), totals);
        if (cost < least - 1e-12 || (cost < least + 1e-12 && sizes[f] < sizes[best])) {
          least = Math.min(cost, least);
          best = f;
        }
      }
      sizes[best] += block.size();
      add(counts[best], block.labels());
      for (int i : block.members()) {
        side[i] = best;
      }
    }
    return side;
  }

  /** 1 for each example of the test part, 0 for the rest. */
  static int[] holdout(Dataset dataset, Groups groups, double fraction, long seed) {
    double[] totals = new double[dataset.labels().size()];
    List<Block> blocks = blocks(dataset, groups, seed, totals);
    double[] largest = new double[totals.length];
    for (Block block : blocks) {
      for (int l = 0; l < largest.length; l++) {
        largest[l] = Math.max(largest[l], block.labels()[l]);
      }
    }
    Surplus surplus = new Surplus(new double[totals.length], fraction);
    int[] side = new int[dataset.examples().size()];
    for (Block block : blocks) {
      boolean test = surplus.prefersTest(block.labels(), block.size(), largest);
      surplus.take(block.labels(), block.size(), test);
      for (int i : block.members()) {
        side[i] = test ? 1 : 0;
      }
    }
    return side;
  }

  /** {@code 0.2} as {@code 20}. */
  static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.4f", 100 * fraction).replaceAll("\\.?0+$", "");
  }

  /** How much the sum of squared label shares grows if a block joins. */
  private static double growth(double[] counts, double[] block, double[] totals) {
    double sum = 0;
    for (int l = 0; l < block.length; l++) {
      if (block[l] > 0) {
        sum += block[l] * (2 * counts[l] + block[l]) / totals[l];
      }
    }
    return sum;
  }

  private static void add(double[] counts, double[] block) {
    for (int l = 0; l < block.length; l++) {
      counts[l] += block[l];
    }
  }

  private static List<Block> blocks(Dataset dataset, Groups groups, long seed, double[] totals) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < dataset.examples().size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(i -> dataset.examples().get(i).id()));
    Map<String, Integer> index = new HashMap<>();
    dataset.labels().forEach(label -> index.put(label, index.size()));
    Map<String, Block> byGroup = new TreeMap<>();
    for (int i : order) {
      Block block =
          byGroup.computeIfAbsent(
              groups.of().get(i), g -> new Block(new ArrayList<>(), new double[totals.length]));
      block.members().add(i);
      for (String label : dataset.examples().get(i).labels()) {
        int l = Objects.requireNonNull(index.get(label), label);
        block.labels()[l]++;
        totals[l]++;
      }
    }
    List<Block> blocks = new ArrayList<>(byGroup.values());
    Collections.shuffle(blocks, new Random(seed));
    blocks.sort(Comparator.comparingInt(Block::size).reversed());
    return blocks;
  }
}
