package dev.auricle.learn.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile bootstrap intervals (Efron, 1979): the clips are drawn again and again with
 * replacement, whole groups at a time, and the figure is taken of each draw.
 */
final class Bootstrap {
  static final int RESAMPLES = 2000;

  /** Fewer groups than this make resampled groups useless, and clips are drawn. */
  static final int FEWEST_GROUPS = 10;

  private final int[][] units;
  private final String unit;
  private final long seed;

  private Bootstrap(int[][] units, String unit, long seed) {
    this.units = units;
    this.unit = unit;
    this.seed = seed;
  }

  /**
   * Draws groups, or clips where there are fewer than ten groups or each clip is its own.
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

  /**
   * Interval of the share of clips that are right. Where all are, or none is, every draw is alike
   * and would promise certainty; the interval is then Clopper and Pearson's (1934) exact one, of
   * fewer clips where groups were drawn, as Korn and Graubard (1998) count them.
   */
  Evaluation.Interval share(boolean[] right) {
    double[] values = new double[right.length];
    int count = 0;
    for (int i = 0; i < right.length; i++) {
      values[i] = right[i] ? 1 : 0;
      count += right[i] ? 1 : 0;
    }
    if (count > 0 && count < right.length) {
      return mean(values);
    }
    double fewer = units.length < right.length ? student(right.length) / student(units.length) : 1;
    double certain = Math.pow(0.025, 1 / (right.length * fewer * fewer));
    return new Evaluation.Interval(count == 0 ? 0 : certain, count == 0 ? 1 - certain : 1, unit);
  }

  /**
   * The 97.5th percentile of Student's t of a mean of so many values, ten or more (to 0.004: the
   * first terms of Cornish and Fisher's series).
   */
  private static double student(int values) {
    double degrees = values - 1.0;
    double z = 1.959964;
    double z3 = z * z * z;
    return z
        + (z3 + z) / (4 * degrees)
        + (5 * z3 * z * z + 16 * z3 + 3 * z) / (96 * degrees * degrees);
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
    double[] figures = new double[RESAMPLES];
    int[] drawn = new int[units.length];
    for (int b = 0; b < RESAMPLES; b++) {
      for (int j = 0; j < drawn.length; j++) {
        drawn[j] = random.nextInt(units.length);
      }
      figures[b] = figure.applyAsDouble(drawn);
    }
    Arrays.sort(figures);
    return new Evaluation.Interval(percentile(figures, 2.5), percentile(figures, 97.5), unit);
  }

  /** Percentile of ascending values, linear between neighbours (NumPy's default). */
  static double percentile(double[] ascending, double percent) {
    double place = percent / 100 * (ascending.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, ascending.length - 1);
    return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
  }
}
