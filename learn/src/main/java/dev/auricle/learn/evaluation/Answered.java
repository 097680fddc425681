package dev.auricle.learn.evaluation;

/**
 * What thresholds answer, and how well.
 *
 * @param coverage share of the clips that get an answer
 * @param accuracy share of those whose answer is right; NaN where none is answered
 */
public record Answered(double coverage, double accuracy) {

  public static Answered of(Predictions predictions) {
    int answered = 0;
    int right = 0;
    for (int i = 0; i < predictions.size(); i++) {
      if (predictions.answered(i)) {
        answered++;
        right += predictions.right(i) ? 1 : 0;
      }
    }
    return new Answered(
        (double) answered / predictions.size(),
        answered == 0 ? Double.NaN : (double) right / answered);
  }
}
