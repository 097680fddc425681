package dev.auricle.learn.report;

import dev.auricle.learn.experiment.FoldResult;
import dev.auricle.learn.experiment.RecipeResult;
import dev.auricle.learn.training.EpochScore;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Loss and accuracy over the epochs, a line for each fold. */
final class LearningCurves {
  private LearningCurves() {}

  static void write(Html html, RecipeResult result) {
    List<List<EpochScore>> curves =
        result.folds().stream().map(FoldResult::curve).filter(curve -> curve.size() > 1).toList();
    if (curves.isEmpty()) {
      return;
    }
    html.open("section", "class", "part").element("h3", "Learning curves");
    html.open("p", "class", "legend");
    boolean validated =
        curves.stream()
            .flatMap(List::stream)
            .anyMatch(score -> !Double.isNaN(score.validationLoss()));
    if (validated) {
      html.open("span", "class", "key").open("i", "class", "swatch line-test").close();
      html.text("validation").close();
    }
    html.open("span", "class", "key").open("i", "class", "swatch line-train").close();
    html.text("training").close();
    if (curves.size() > 1) {
      html.element("span", "one line a fold", "class", "key");
    }
    html.close();
    html.open("div", "class", "plots");
    chart(html, "Accuracy", curves, EpochScore::trainAccuracy, EpochScore::validationAccuracy);
    chart(html, "Loss", curves, EpochScore::trainLoss, EpochScore::validationLoss);
    html.close().close();
  }

  private static void chart(
      Html html,
      String name,
      List<List<EpochScore>> curves,
      ToDoubleFunction<EpochScore> train,
      ToDoubleFunction<EpochScore> validation) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double last = 1;
    for (List<EpochScore> curve : curves) {
      for (EpochScore score : curve) {
        for (double y :
            new double[] {train.applyAsDouble(score), validation.applyAsDouble(score)}) {
          low = Double.isFinite(y) ? Math.min(low, y) : low;
          high = Double.isFinite(y) ? Math.max(high, y) : high;
        }
        last = Math.max(last, score.epoch());
      }
    }
    if (low > high) {
      return; // not measured at all
    }
    boolean share = name.equals("Accuracy");
    double[] range = share ? new double[] {Math.floor(low * 10) / 10, 1} : new double[] {0, high};
    Plot plot =
        Plot.open(
            html,
            name + " over the epochs, on training and validation clips",
            "epoch",
            name,
            new double[] {1, last},
            range);
    for (List<EpochScore> curve : curves) {
      line(plot, "train", curve, train);
      line(plot, "test", curve, validation);
    }
    plot.close();
  }

  private static void line(
      Plot plot, String kind, List<EpochScore> curve, ToDoubleFunction<EpochScore> figure) {
    plot.curve(
        kind,
        curve.stream().mapToDouble(EpochScore::epoch).toArray(),
        curve.stream().mapToDouble(figure).toArray());
  }
}
