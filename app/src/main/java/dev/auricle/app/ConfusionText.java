package dev.auricle.app;

import dev.auricle.learn.evaluation.Evaluation;
import java.util.List;

/** A confusion matrix in text: rows are true labels, columns what was said. */
final class ConfusionText {
  private static final int MOST_LABELS = 25;

  /** Characters that columns headed by whole labels may take; beyond, letters stand for them. */
  private static final int WIDEST = 110;

  private ConfusionText() {}

  /** The matrix; for many labels, or several per clip, nothing. */
  static String of(Evaluation evaluation) {
    List<String> labels = evaluation.predictions().labels();
    if (evaluation.predictions().multiLabel() || labels.size() > MOST_LABELS) {
      return "";
    }
    boolean wide = labels.stream().mapToInt(label -> label.length() + 2).sum() > WIDEST;
    String[] headings = new String[labels.size() + 1];
    headings[0] = "true \\ said";
    for (int k = 0; k < labels.size(); k++) {
      headings[k + 1] = wide ? letter(k) : labels.get(k);
    }
    TextTable table = new TextTable(headings);
    int[][] counts = evaluation.confusion();
    for (int k = 0; k < labels.size(); k++) {
      String[] row = new String[labels.size() + 1];
      row[0] = wide ? letter(k) + " = " + labels.get(k) : labels.get(k);
      for (int j = 0; j < labels.size(); j++) {
        row[j + 1] = counts[k][j] == 0 ? "." : Integer.toString(counts[k][j]);
      }
      table.add(row);
    }
    return table.toString();
  }

  private static String letter(int label) {
    return String.valueOf((char) ('a' + label));
  }
}
