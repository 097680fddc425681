package dev.auricle.learn.evaluation;

/** Scores that ask whether probabilities mean what they say. */
final class ProbabilityScores {
  private static final double EPSILON = Math.ulp(1.0);

  private ProbabilityScores() {}

  static double logLoss(Predictions predictions) {
    double sum = 0;
    int answers = 0;
    for (int i = 0; i < predictions.size(); i++) {
      float[] row = predictions.probabilities()[i];
      if (!predictions.multiLabel()) {
        sum -= Math.log(clipped(row[predictions.truth(i)]));
        answers++;
        continue;
      }
      for (int k = 0; k < row.length; k++) {
        double p = clipped(row[k]);
        sum -= Math.log(predictions.targets()[i][k] == 1 ? p : 1 - p);
        answers++;
      }
    }
    return sum / answers;
  }

  private static double clipped(double p) {
    return Math.max(EPSILON, Math.min(1 - EPSILON, p));
  }

  static double brier(Predictions predictions) {
    double sum = 0;
    for (int i = 0; i < predictions.size(); i++) {
      for (int k = 0; k < predictions.labels().size(); k++) {
        double difference =
            (double) predictions.probabilities()[i][k] - predictions.targets()[i][k];
        sum += difference * difference;
      }
    }
    double mean = sum / predictions.size();
    return predictions.multiLabel() ? mean / predictions.labels().size() : mean;
  }
}
