package dev.auricle.learn.experiment;

import dev.auricle.runtime.Features;
import dev.auricle.runtime.OnnxModel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * What one clip costs, from prepared samples to probabilities, on one thread: its processor time,
 * which does not grow when other work keeps the machine busy.
 */
final class Stopwatch {
  private static final int WARM_UP = 5;
  private static final int CLIPS = 40;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

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
        long start = now();
        classify(model, store, samples);
        nanos += now() - start;
      }
      return nanos / 1e6 / count;
    }
  }

  private static long now() {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? THREADS.getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  private static void classify(OnnxModel model, FeatureStore store, float[] samples) {
    Features features = store.frontEnd().compute(samples);
    model.predict(List.of(features));
  }
}
