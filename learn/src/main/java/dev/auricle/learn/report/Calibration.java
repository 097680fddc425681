package dev.auricle.learn.report;

import dev.auricle.learn.evaluation.Predictions;

/**
 * Whether probabilities mean what they say: clips are put into ten bins by the probability of the
 * answer, and in each the share of right answers should equal that probability. Expected
 * calibration error: the mean difference, weighted by clips (Guo et al., 2017).
 */
final class Calibration {
  private static final int BINS = 10;

  private Calibration() {}

  static void write(Html html, Predictions predictions) {
    int[] counts = new int[BINS];
    double[] right = new double[BINS];
    double[] confidence = new double[BINS];
    for (int i = 0; i < predictions.size(); i++) {
      int guess = predictions.guess(i);
      double p = predictions.probabilities()[i][guess];
      int bin = Math.max(0, Math.min(BINS - 1, (int) Math.ceil(p * BINS) - 1));
      counts[bin]++;
      confidence[bin] += p;
      right[bin] += predictions.targets()[i][guess];
    }
    double error = 0;
    for (int b = 0; b < BINS; b++) {
      error += Math.abs(right[b] - confidence[b]) / predictions.size();
    }
    double bias = (sum(confidence) - sum(right)) / predictions.size();
    html.open("section", "class", "part").element("h3", "Do the probabilities mean what they say?");
    html.element("p", words(error, bias), "class", "note");
    html.open("div", "class", "plots");
    Plot plot =
        Plot.open(
            html,
            "Calibration: share of right answers against the probability given",
            "probability of the answer",
            "share right",
            new double[] {0, 1},
            new double[] {0, 1});
    plot.segment("majority", 0, 0, 1, 1);
    for (int b = 0; b < BINS; b++) {
      if (counts[b] > 0) {
        double mean = confidence[b] / counts[b];
        double share = right[b] / counts[b];
        plot.segment("gap", mean, mean, mean, share);
        plot.dot(
            "test",
            mean,
            share,
            2.5 + 9 * Math.sqrt((double) counts[b] / predictions.size()),
            "%s: said %s, right %s"
                .formatted(
                    Figures.count(counts[b], "clip"),
                    Figures.percent(mean),
                    Figures.percent(share)));
      }
    }
    plot.close();
    html.close().close();
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static String words(double error, double bias) {
    String drift =
        Math.abs(bias) < 0.02
            ? "On the whole neither too sure nor too cautious."
            : bias > 0
                ? "On the whole too sure of itself, by %s.".formatted(Figures.percent(bias))
                : "On the whole too cautious, by %s.".formatted(Figures.percent(-bias));
    return "Expected calibration error %s. %s A dot on the dashed line says what it means; large dots hold more clips."
        .formatted(Figures.percent(error), drift);
  }
}
