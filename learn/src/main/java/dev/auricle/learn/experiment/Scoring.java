package dev.auricle.learn.experiment;

import dev.auricle.data.Example;
import dev.auricle.learn.evaluation.Predictions;
import dev.auricle.learn.training.TrainingData;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.OnnxModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Probabilities of many clips by the graph that will be shipped. */
final class Scoring {
  private static final int BATCH = 64;

  private Scoring() {}

  /** {@code float[clips][labels]}, in the data's order. */
  static float[][] probabilities(OnnxModel model, TrainingData data) {
    float[][] all = new float[data.size()][];
    List<Features> batch = new ArrayList<>();
    int done = 0;
    for (int i = 0; i < data.size(); i++) {
      Features next = data.features(i);
      boolean full =
          batch.size() == BATCH
              || (!batch.isEmpty() && !Arrays.equals(batch.get(0).shape(), next.shape()));
      if (full) {
        done = flush(model, batch, all, done);
      }
      batch.add(next);
    }
    flush(model, batch, all, done);
    return all;
  }

  private static int flush(OnnxModel model, List<Features> batch, float[][] all, int done) {
    if (batch.isEmpty()) {
      return done;
    }
    float[][] part = model.predict(batch);
    System.arraycopy(part, 0, all, done, part.length);
    batch.clear();
    return done + part.length;
  }

  /** Probabilities beside the labels that the clips carry. */
  static Predictions predictions(
      List<String> labels, List<Example> examples, float[][] probabilities, boolean multiLabel) {
    return new Predictions(
        labels,
        examples.stream().map(Example::id).toList(),
        examples.stream().map(Example::group).toList(),
        examples.stream().map(e -> Targets.of(e, labels)).toArray(float[][]::new),
        probabilities,
        multiLabel);
  }
}
