package dev.auricle.learn.features;

import dev.auricle.runtime.FrontEnd;
import dev.auricle.runtime.FrontEnds;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What features to compute.
 *
 * @param frontEnd what each clip becomes
 * @param trimDb see {@link dev.auricle.runtime.Preparation}
 * @param seconds length that clips are brought to; null keeps each clip's own
 * @param window a row per window of this many seconds instead of one per clip; null for one per
 *     clip
 * @param hop from one window's start to the next's, in seconds; counts only with a window
 */
public record FeaturePlan(
    FrontEnd frontEnd,
    @Nullable Double trimDb,
    @Nullable Double seconds,
    @Nullable Double window,
    double hop) {

  /** Every setting in words, so that an unfinished table is only continued with the same ones. */
  String words() {
    Map<String, Object> options = new TreeMap<>(FrontEnds.describe(frontEnd));
    return options
        + " trim "
        + trimDb
        + " seconds "
        + seconds
        + " window "
        + window
        + " hop "
        + hop;
  }
}
