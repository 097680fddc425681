package dev.auricle.learn.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile bootstrap intervals (Efron, 1979): whole groups of clips are drawn again and again
 * with replacement, or clips where groups are few, and the figure is taken of each draw. Of few
 * groups the draws vary too little; percentiles further out make up for it, those that would give
 * Student's t interval if the draws were normal (Hesterberg, 2015: expanded percentiles).
 */
final class Bootstrap {
  /** Fewer groups than this make resampled groups useless, and clips are drawn. */
  static final int FEWEST_GROUPS = 5;

  /** Units from which on the percentiles are not so far out that many draws are needed. */
  private static final int MANY = 100;

  private final int[][] units;
  private final String unit;
  private final long seed;

  private Bootstrap(int[][] units, String unit, long seed) {
    this.units = units;
    this.unit = unit;
    this.seed = seed;
  }

  /**
   * Draws groups, or clips where there are fewer than five groups or each clip is its own.
   *
   * @param groups of each clip
   */
  static Bootstrap over(List<String> groups, long seed) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int[] numberOf = new int[groups.size()];
    for (int i = 0; i < numberOf.length; i++) {
      Integer known = numbers.putIfAbsent(groups.get(i), numbers.size());
      numberOf[i] = known == null ? numbers.size() - 1 : known;
    }
    boolean byGroup = numbers.size() >= FEWEST_GROUPS && numbers.size() < groups.size();
    int[][] units = new int[byGroup ? numbers.size() : groups.size()][0];
    for (int i = 0; i < numberOf.length; i++) {
      int u = byGroup ? numberOf[i] : i;
      units[u] = Arrays.copyOf(units[u], units[u].length + 1);
      units[u][units[u].length - 1] = i;
    }
    return new Bootstrap(units, byGroup ? "group" : "clip", seed);
  }

  /** What is drawn: {@code group} or {@code clip}. */
  String unit() {
    return unit;
  }

  /** Whether groups are drawn. */
  boolean byGroup() {
    return unit.equals("group");
  }

  /** How many are drawn each time. */
  int size() {
    return units.length;
  }

  /** Interval of the mean of a value that each clip has. */
  Evaluation.Interval mean(double[] values) {
    double[] sums = new double[units.length];
    for (int u = 0; u < units.length; u++) {
      for (int clip : units[u]) {
        sums[u] += values[clip];
      }
    }
    return interval(
        drawn -> {
          double sum = 0;
          int clips = 0;
          for (int u : drawn) {
            sum += sums[u];
            clips += units[u].length;
          }
          return sum / clips;
        });
  }

  /**
   * Interval of any figure.
   *
   * @param figure computed from the indices of the clips drawn, repeated as drawn
   */
  Evaluation.Interval of(ToDoubleFunction<int[]> figure) {
    return interval(
        drawn -> {
          int clips = 0;
          for (int u : drawn) {
            clips += units[u].length;
          }
          int[] indices = new int[clips];
          int at = 0;
          for (int u : drawn) {
            System.arraycopy(units[u], 0, indices, at, units[u].length);
            at += units[u].length;
          }
          return figure.applyAsDouble(indices);
        });
  }

  private Evaluation.Interval interval(ToDoubleFunction<int[]> figure) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] figures = new double[units.length < MANY ? 10_000 : 2_000];
    int[] drawn = new int[units.length];
    for (int b = 0; b < figures.length; b++) {
      for (int j = 0; j < drawn.length; j++) {
        drawn[j] = random.nextInt(units.length);
      }
      figures[b] = figure.applyAsDouble(drawn);
    }
    Arrays.sort(figures);
    double tail = 100 * Normal.below(-Normal.student(units.length) * spread(units.length));
    return new Evaluation.Interval(
        percentile(figures, tail), percentile(figures, 100 - tail), unit);
  }

  /** How much more means of so many values vary than means of what is drawn from them do. */
  private static double spread(int values) {
    return Math.sqrt(values / Math.max(1, values - 1.0));
  }

  /** Percentile of ascending values, linear between neighbours (NumPy's default). */
  static double percentile(double[] ascending, double percent) {
    double place = percent / 100 * (ascending.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, ascending.length - 1);
    return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
  }
}
