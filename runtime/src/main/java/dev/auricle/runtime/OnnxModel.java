package dev.auricle.runtime;

import java.util.List;

/**
 * An ONNX graph in ONNX Runtime: features in, probabilities out. Thread-safe.
 *
 * <p>The graph's input is called {@code features} and has shape {@code [batch, …features' shape]};
 * its output is called {@code probabilities} and has shape {@code [batch, labels]}. Scaling,
 * reshaping and soft-max stand inside the graph.
 */
public final class OnnxModel implements AutoCloseable {
  private OnnxModel() {}

  /** Loads a graph; {@code threads} are those used inside one call. */
  public static OnnxModel load(byte[] graph, int threads) {
    throw new UnsupportedOperationException();
  }

  /** Probabilities, {@code float[batch][labels]}; all features must share one shape. */
  public float[][] predict(List<Features> batch) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
