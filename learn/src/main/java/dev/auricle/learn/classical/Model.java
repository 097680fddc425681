package dev.auricle.learn.classical;

import dev.auricle.learn.training.EpochScore;
import dev.auricle.network.onnx.OnnxGraph;
import java.util.List;
import java.util.Map;

/** A fitted model. Immutable, thread-safe. */
interface Model {
  /** Probabilities of the classes for one row; they sum to 1 where each row carries one. */
  double[] predict(float[] row);

  /**
   * Writes the model into a graph.
   *
   * @param features name of a value of shape {@code [batch, columns]}
   * @return name of a value of shape {@code [batch, classes]}: what {@link #predict} gives, to 1e-5
   */
  String write(OnnxGraph graph, String features);

  /** A weight for each column, summing to 1; empty where the model has none. */
  double[] importance();

  /** Numbers worth showing, such as how many trees there are. */
  Map<String, Object> details();

  /** The learning curve; empty where the model is fitted at once. */
  default List<EpochScore> curve() {
    return List.of();
  }

  /** Index of the most probable class; of equals, the first. */
  default int classify(float[] row) {
    double[] probabilities = predict(row);
    int best = 0;
    for (int k = 1; k < probabilities.length; k++) {
      if (probabilities[k] > probabilities[best]) {
        best = k;
      }
    }
    return best;
  }

  /** Share of a table's rows that are classified right. */
  default double accuracy(Table table) {
    int right = 0;
    for (int i = 0; i < table.rows(); i++) {
      right += classify(table.values()[i]) == table.labels()[i] ? 1 : 0;
    }
    return (double) right / table.rows();
  }
}
