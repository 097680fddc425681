package dev.auricle.learn.inspection;

import dev.auricle.learn.classical.SmallTree;
import java.util.Arrays;
import java.util.List;

/**
 * What small trees answer for the tested rows, each fitted on the other side of the protocol: one
 * tree for all labels, or a tree a label where rows carry several.
 *
 * @param given {@code [row][…]}: indices of the labels answered; empty for rows not tested
 * @param importance of each column, mean over trees
 */
@SuppressWarnings("ArrayRecordComponent") // working memory, never compared as a whole
record Answers(int[][] given, double[] importance) {
  /** Levels of a tree on one column: enough for a few stretches of its values. */
  private static final int DEPTH_OF_ONE = 4;

  private static final int DEPTH_OF_ALL = 6;
  private static final int MIN_LEAF = 5;

  static Answers of(ProbeData data, List<float[]> columns) {
    int depth = columns.size() == 1 ? DEPTH_OF_ONE : DEPTH_OF_ALL;
    float[][] rows = new float[data.facts().size()][columns.size()];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < columns.size(); c++) {
        rows[i][c] = columns.get(c)[i];
      }
    }
    int[][] given = new int[rows.length][0];
    double[] importance = new double[columns.size()];
    boolean several = data.multiLabel();
    int trees = several ? data.labels().size() : 1;
    for (ProbeData.Rows fold : data.folds()) {
      float[][] fitted =
          Arrays.stream(fold.fitted()).mapToObj(i -> rows[i]).toArray(float[][]::new);
      for (int t = 0; t < trees; t++) {
        int label = t;
        int[] classes =
            Arrays.stream(fold.fitted())
                .map(i -> several ? carries(data.carried()[i], label) : data.carried()[i][0])
                .toArray();
        SmallTree tree =
            SmallTree.fit(fitted, classes, several ? 2 : data.labels().size(), depth, MIN_LEAF);
        for (int i : fold.tested()) {
          int answer = tree.classify(rows[i]);
          given[i] = several ? with(given[i], answer == 1, label) : new int[] {answer};
        }
        double[] one = tree.importance();
        for (int c = 0; c < importance.length; c++) {
          importance[c] += one[c] / (trees * data.folds().size());
        }
      }
    }
    return new Answers(given, importance);
  }

  private static int carries(int[] labels, int label) {
    return Arrays.stream(labels).anyMatch(l -> l == label) ? 1 : 0;
  }

  private static int[] with(int[] labels, boolean also, int label) {
    if (!also) {
      return labels;
    }
    int[] more = Arrays.copyOf(labels, labels.length + 1);
    more[labels.length] = label;
    return more;
  }
}
