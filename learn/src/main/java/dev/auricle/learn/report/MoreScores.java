package dev.auricle.learn.report;

import dev.auricle.learn.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.List;

/** Every other figure of one recipe, each with what it means. */
final class MoreScores {
  private static final int TOP = 3;

  private MoreScores() {}

  private record Row(String name, String value, String meaning) {}

  static void write(Html html, Evaluation test) {
    html.open("details", "class", "part").element("summary", "More scores");
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Scores");
    html.open("table", "class", "more").open("tbody");
    for (Row row : rows(test)) {
      html.open("tr").element("th", row.name(), "scope", "row");
      html.element("td", row.value());
      html.element("td", row.meaning(), "class", "words").close();
    }
    html.close().close().close().close();
  }

  private static List<Row> rows(Evaluation test) {
    boolean several = test.predictions().multiLabel();
    List<Row> rows = new ArrayList<>();
    if (several) {
      rows.add(
          new Row(
              "Subset accuracy", Figures.percent(test.accuracy()), "clips with every label right"));
    } else {
      rows.add(
          new Row(
              "Balanced accuracy",
              Figures.percent(test.balancedAccuracy()),
              "mean recall of the labels: rare ones count like frequent ones"));
      if (test.predictions().labels().size() > TOP) {
        rows.add(
            new Row(
                "Top " + TOP,
                Figures.percent(test.topK(TOP)),
                "clips whose label is among the " + TOP + " most probable"));
      }
    }
    rows.add(new Row("Macro F1", three(test.macroF1()), "mean F1 of the labels"));
    rows.add(new Row("Weighted F1", three(test.weightedF1()), "the same, each label by its clips"));
    if (several) {
      rows.add(new Row("Micro F1", three(test.microF1()), "F1 of all answers together"));
      rows.add(
          new Row(
              "lwlrap",
              three(test.lwlrap()),
              "label-weighted label-ranking average precision, as DCASE 2019 scores tagging"));
    }
    rows.add(
        new Row(
            "mAP",
            three(test.meanAveragePrecision()),
            "mean over labels of the average precision, clips ranked by probability"));
    rows.add(
        new Row(
            "ROC AUC",
            three(test.rocAuc()),
            "chance that a clip with the label scores above one without, mean over labels"));
    rows.add(
        new Row(
            "Log loss",
            three(test.logLoss()),
            "mean surprise at the truth, in nats: less is better"));
    rows.add(
        new Row(
            "Brier score",
            three(test.brier()),
            "mean squared error of the probabilities: less is better"));
    rows.add(
        new Row(
            "Calibration error",
            Figures.percent(test.calibrationError()),
            "how far probabilities are from how often they are right"));
    return rows;
  }

  private static String three(double value) {
    return Figures.decimal(value, 3);
  }
}
