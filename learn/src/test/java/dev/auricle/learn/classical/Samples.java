package dev.auricle.learn.classical;

import dev.auricle.learn.training.TrainingContext;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.OnnxModel;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Seeded tables, and the graph of a model run on one. */
final class Samples {
  private Samples() {}

  /** Gaussian clouds, one or two a class, that overlap; a third of the columns are noise. */
  static Table clouds(int rows, int columns, int classes, double spread, long seed) {
    SplittableRandom random = new SplittableRandom(12345);
    float[][][] centres = new float[classes][2][columns];
    for (float[][] pair : centres) {
      for (float[] centre : pair) {
        for (int c = 0; c < columns * 2 / 3; c++) {
          centre[c] = (float) random.nextGaussian();
        }
      }
    }
    random = new SplittableRandom(seed);
    float[][] values = new float[rows][columns];
    int[] labels = new int[rows];
    for (int i = 0; i < rows; i++) {
      labels[i] = i % classes;
      float[] centre = centres[labels[i]][random.nextInt(2)];
      for (int c = 0; c < columns; c++) {
        values[i][c] = (float) (centre[c] + spread * random.nextGaussian());
      }
    }
    return new Table(values, labels, classes);
  }

  static double[] ones(Table table) {
    double[] ones = new double[table.rows()];
    Arrays.fill(ones, 1);
    return ones;
  }

  static Run run(long seed, int threads) {
    return new Run(seed, threads, TrainingContext.Progress.NONE);
  }

  /** Largest difference between a model and its graph in ONNX Runtime. */
  static double graphError(Model model, Table table) {
    byte[] graph = ClassicalTrainer.graph("test", model, table.columns(), table.classes());
    List<Features> batch =
        Stream.of(table.values()).map(row -> new Features(row, row.length)).toList();
    double worst = 0;
    try (OnnxModel onnx = OnnxModel.load(graph, 1)) {
      float[][] theirs = onnx.predict(batch);
      for (int i = 0; i < table.rows(); i++) {
        double[] ours = model.predict(table.values()[i]);
        for (int k = 0; k < ours.length; k++) {
          double difference = Math.abs(ours[k] - theirs[i][k]);
          worst = Math.max(worst, Double.isNaN(difference) ? Double.MAX_VALUE : difference);
        }
      }
    }
    return worst;
  }
}
