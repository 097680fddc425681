package dev.auricle.learn.experiment;

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
    int first = 0;
    for (int i = 0; i < data.size(); i++) {
      Features next = data.features(i);
      boolean fits =
          batch.isEmpty()
              || (batch.size() < BATCH && Arrays.equals(batch.get(0).shape(), next.shape()));
      if (!fits) {
        first = flush(model, batch, all, first);
      }
      batch.add(next);
    }
    flush(model, batch, all, first);
    return all;
  }

  private static int flush(OnnxModel model, List<Features> batch, float[][] all, int first) {
    if (!batch.isEmpty()) {
      float[][] part = model.predict(batch);
      System.arraycopy(part, 0, all, first, part.length);
    }
    int next = first + batch.size();
    batch.clear();
    return next;
  }
}
