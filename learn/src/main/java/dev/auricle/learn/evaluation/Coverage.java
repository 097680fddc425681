package dev.auricle.learn.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is gained by answering {@code unknown} where the highest probability lies below a threshold.
 *
 * @param points by rising threshold, from answering every clip to answering the surest alone
 */
public record Coverage(List<Point> points) {
  /**
   * One threshold.
   *
   * @param threshold least probability that is answered
   * @param coverage share of the clips that are answered
   * @param accuracy share of those that are right
   */
  public record Point(double threshold, double coverage, double accuracy) {}

  /** The coverage-accuracy curve of clips with one label each. */
  public static Coverage of(Predictions predictions) {
    int[] order =
        IntStream.range(0, predictions.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -highest(predictions, i)))
            .mapToInt(Integer::intValue)
            .toArray();
    List<Point> points = new ArrayList<>();
    int right = 0;
    for (int i = 0; i < order.length; i++) {
      right += predictions.right(order[i]) ? 1 : 0;
      double threshold = highest(predictions, order[i]);
      boolean last = i + 1 == order.length || highest(predictions, order[i + 1]) < threshold;
      if (last) {
        double answered = i + 1.0;
        points.add(0, new Point(threshold, answered / order.length, right / answered));
      }
    }
    return new Coverage(List.copyOf(points));
  }

  /**
   * The threshold that answers most clips while at least {@code accuracy} of the answers are right;
   * one that answers none where no threshold does. To be chosen on out-of-fold predictions of the
   * training part.
   */
  public double thresholdFor(double accuracy) {
    return points.stream()
        .filter(point -> point.accuracy() >= accuracy)
        .mapToDouble(Point::threshold)
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** The highest threshold at which at least this share of the clips is answered. */
  public Point at(double coverage) {
    return points.stream()
        .filter(point -> point.coverage() >= coverage - 1e-12)
        .reduce(points.get(0), (low, high) -> high);
  }

  /** The points nearest above even steps of coverage, from all clips down; equal ones once. */
  public List<Point> steps(int count) {
    return IntStream.range(0, count).mapToObj(i -> at(1 - (double) i / count)).distinct().toList();
  }

  private static double highest(Predictions predictions, int i) {
    return predictions.probabilities()[i][predictions.guess(i)];
  }
}
