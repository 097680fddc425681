package dev.auricle.learn.classical;

import dev.auricle.network.onnx.OnnxGraph;
import java.util.List;

/**
 * Brings each column to mean 0 and deviation 1, as measured on the rows it was fitted on.
 *
 * @param mean of each column
 * @param scale one over the deviation of each column; 0 for a column that never varies, so that
 *     whatever it holds later counts for nothing
 */
record Standardizer(float[] mean, float[] scale) {

  /**
   * Measures a table.
   *
   * @throws dev.auricle.signal.AuricleException if a value is NaN or infinite
   */
  static Standardizer fit(Table table, double[] weights) {
    table.requireFinite();
    int columns = table.columns();
    double[] sum = new double[columns];
    double all = 0;
    for (int i = 0; i < table.rows(); i++) {
      all += weights[i];
      for (int c = 0; c < columns; c++) {
        sum[c] += weights[i] * table.values()[i][c];
      }
    }
    double[] squares = new double[columns];
    for (int i = 0; i < table.rows(); i++) {
      for (int c = 0; c < columns; c++) {
        double difference = table.values()[i][c] - sum[c] / all;
        squares[c] += weights[i] * difference * difference;
      }
    }
    float[] mean = new float[columns];
    float[] scale = new float[columns];
    for (int c = 0; c < columns; c++) {
      mean[c] = (float) (sum[c] / all);
      double deviation = Math.sqrt(squares[c] / all);
      // Rounding makes constant columns vary a little.
      scale[c] = deviation > 1e-6 * Math.abs(mean[c]) ? (float) (1 / deviation) : 0;
    }
    return new Standardizer(mean, scale);
  }

  /** A row, standardised; in the arithmetic of the graph. */
  float[] apply(float[] row) {
    float[] standard = new float[row.length];
    for (int c = 0; c < row.length; c++) {
      standard[c] = (row[c] - mean[c]) * scale[c];
    }
    return standard;
  }

  /** How many columns vary at all. */
  int varying() {
    int varying = 0;
    for (float s : scale) {
      varying += s > 0 ? 1 : 0;
    }
    return varying;
  }

  /** Writes itself into a graph; gives the name of the standardised rows. */
  String write(OnnxGraph graph, String features) {
    String centred = graph.node("Sub", List.of(features, graph.constant(mean, mean.length)));
    return graph.node("Mul", List.of(centred, graph.constant(scale, scale.length)));
  }
}
