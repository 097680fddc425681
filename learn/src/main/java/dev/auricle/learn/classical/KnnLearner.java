package dev.auricle.learn.classical;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Keeps the training rows, to look for the nearest among them: a baseline.
 *
 * @param neighbours how many decide
 */
record KnnLearner(int neighbours) implements Learner {
  @Override
  public Knn fit(Table table, double[] weights, Run run) {
    int[] kept = IntStream.range(0, table.rows()).filter(i -> weights[i] > 0).toArray();
    Standardizer standardizer = Standardizer.fit(table, weights);
    Table some = table.subset(kept);
    float[][] rows = Arrays.stream(some.values()).map(standardizer::apply).toArray(float[][]::new);
    run.progress().step(1, 1, rows.length + " rows kept");
    return new Knn(standardizer, new Distances(rows), some.labels(), table.classes(), neighbours);
  }
}
