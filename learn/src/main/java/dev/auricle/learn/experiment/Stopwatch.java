package dev.auricle.learn.experiment;

import dev.auricle.runtime.Features;
import dev.auricle.runtime.OnnxModel;
import java.util.List;

/** What one clip costs, from prepared samples to probabilities, on one thread. */
final class Stopwatch {
  private static final int WARM_UP = 5;
  private static final int CLIPS = 40;

  private Stopwatch() {}

  /** Mean over some of the clips, one at a time, after a few to warm up. */
  static double millisPerClip(Fit fit, FeatureStore store, int[] clips) {
    int count = Math.min(CLIPS, clips.length);
    try (OnnxModel model = OnnxModel.load(fit.model().graph(), 1)) {
      for (int k = 0; k < WARM_UP; k++) {
        classify(model, store, store.samples(clips[k % count]));
      }
      long nanos = 0;
      for (int k = 0; k < count; k++) {
        float[] samples = store.samples(clips[k]);
        long start = System.nanoTime();
        classify(model, store, samples);
        nanos += System.nanoTime() - start;
      }
      return nanos / 1e6 / count;
    }
  }

  private static void classify(OnnxModel model, FeatureStore store, float[] samples) {
    Features features = store.frontEnd().compute(samples);
    model.predict(List.of(features));
  }
}
