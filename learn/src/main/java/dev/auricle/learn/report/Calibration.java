package dev.auricle.learn.report;

import dev.auricle.learn.evaluation.Answered;
import dev.auricle.learn.evaluation.Coverage;
import dev.auricle.learn.evaluation.Predictions;
import dev.auricle.learn.evaluation.Reliability;
import java.util.List;

/**
 * Whether probabilities mean what they say, and what is gained by answering {@code unknown} where
 * they are low.
 */
final class Calibration {
  private static final int POINTS = 40;
  private static final int MARKS = 10;

  private Calibration() {}

  static void write(Html html, Predictions predictions) {
    Reliability reliability = Reliability.of(predictions);
    html.open("section", "class", "part").element("h3", "Do the probabilities mean what they say?");
    html.element("p", words(reliability, predictions.multiLabel()), "class", "note");
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
    for (Reliability.Bin bin : reliability.bins()) {
      plot.segment("gap", bin.confidence(), bin.confidence(), bin.confidence(), bin.right());
      plot.dot(
          "test",
          bin.confidence(),
          bin.right(),
          2.5 + 9 * Math.sqrt((double) bin.count() / reliability.answers()),
          "%s: said %s, right %s"
              .formatted(
                  Figures.count(bin.count(), predictions.multiLabel() ? "answer" : "clip"),
                  Figures.percent(bin.confidence()),
                  Figures.percent(bin.right())));
    }
    plot.close();
    if (!predictions.multiLabel()) {
      coverage(html, predictions);
    }
    html.close();
    if (predictions.thresholds().length > 0) {
      html.element("p", answered(Answered.of(predictions)), "class", "note");
    }
    html.close();
  }

  private static void coverage(Html html, Predictions predictions) {
    List<Coverage.Point> points = Coverage.of(predictions).steps(POINTS);
    double lowest = points.stream().mapToDouble(Coverage.Point::accuracy).min().orElse(0);
    Plot plot =
        Plot.open(
            html,
            "Share of right answers against the share of clips answered, the surest first",
            "share of clips answered",
            "share right",
            new double[] {0, 1},
            new double[] {Math.min(0.9, Math.floor(lowest * 10) / 10), 1});
    plot.curve(
        "test",
        points.stream().mapToDouble(Coverage.Point::coverage).toArray(),
        points.stream().mapToDouble(Coverage.Point::accuracy).toArray());
    for (int i = 0; i < points.size(); i += POINTS / MARKS) {
      Coverage.Point point = points.get(i);
      plot.dot(
          "test",
          point.coverage(),
          point.accuracy(),
          3.5,
          "from probability %s on: %s of the clips answered, %s of the answers right"
              .formatted(
                  Figures.decimal(point.threshold(), 2),
                  Figures.percent(point.coverage()),
                  Figures.percent(point.accuracy())));
    }
    plot.close();
  }

  private static String answered(Answered answered) {
    return "With the thresholds fitted inside the training parts it answers %s of these clips, and %s of those answers are right; the rest it calls unknown."
        .formatted(Figures.percent(answered.coverage()), Figures.percent(answered.accuracy()));
  }

  private static String words(Reliability reliability, boolean several) {
    double bias = reliability.bias();
    String drift =
        Math.abs(bias) < 0.02
            ? "On the whole neither too sure nor too cautious."
            : bias > 0
                ? "On the whole too sure of itself, by %s.".formatted(Figures.percent(bias))
                : "On the whole too cautious, by %s.".formatted(Figures.percent(-bias));
    return "Expected calibration error %s. %s A dot on the dashed line says what it means; large dots hold more %s.%s"
        .formatted(
            Figures.percent(reliability.error()),
            drift,
            several ? "answers" : "clips",
            several ? "" : " The second chart: what is gained by answering only the surest clips.");
  }
}
