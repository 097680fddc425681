package dev.auricle.learn.features;

import dev.auricle.data.Damages;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;

/** Yields the work of an extraction, a task per row, in order. */
interface AnswerSource extends Iterator<Callable<FeatureExtraction.Answer>>, AutoCloseable {
  @Override
  void close();

  /**
   * Tasks after the first {@code done}.
   *
   * @param damages told of sounds that could be read although something was wrong with them
   */
  static AnswerSource of(List<FeatureItem> items, FeaturePlan plan, int done, Damages damages) {
    return plan.window() == null
        ? new ClipSource(items, plan, done, damages)
        : new WindowSource(items, plan, plan.window(), done, damages);
  }
}
