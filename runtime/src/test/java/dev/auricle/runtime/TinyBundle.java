package dev.auricle.runtime;

import java.util.List;
import java.util.Map;

/** Bundles for tests: a front-end, and a graph that scores three labels by the mean feature. */
public final class TinyBundle {
  public static final List<String> LABELS = List.of("quiet", "middling", "loud");

  private TinyBundle() {}

  /** Log-mel of half a second; the louder a clip, the higher {@code loud}. */
  public static Bundle logMel() {
    return of(
        new Preparation(8000, 30.0, 0.5),
        FrontEnds.of(Map.of("preset", "logmel-64", "sampleRate", 8000, "fft", 512, "bands", 16)),
        0.1f);
  }

  public static Bundle of(Preparation preparation, FrontEnd frontEnd, float gain) {
    Object[] shape = new Object[frontEnd.shape(8000).length + 1];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = "axis" + axis;
    }
    byte[] graph =
        TinyGraph.meanSoftmax(new float[] {-gain, 0, gain}, new float[] {-4, 0, 4}, shape);
    return of(preparation, frontEnd, graph);
  }

  public static Bundle of(Preparation preparation, FrontEnd frontEnd, byte[] graph) {
    return new Bundle(
        "tiny",
        preparation,
        frontEnd,
        LABELS,
        false,
        graph,
        Map.of("protocol", "none", "accuracy", 0.5),
        Map.of("seed", 1, "clips", List.of("0f", "1e")));
  }
}
