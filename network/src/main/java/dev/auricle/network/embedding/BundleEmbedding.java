package dev.auricle.network.embedding;

import dev.auricle.audio.fetch.Checksum;
import dev.auricle.network.onnx.EmbeddingOutput;
import dev.auricle.network.published.PublishedNetwork;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.runtime.OnnxModel;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a bundle's model makes of a clip before it decides, as one vector: see {@link
 * EmbeddingOutput}. Where that has further axes, such as patches, their mean. Thread-safe; close it
 * to free native memory.
 */
public final class BundleEmbedding implements FrontEnd, AutoCloseable {
  private final Bundle bundle;
  private final OnnxModel model;

  private BundleEmbedding(Bundle bundle, OnnxModel model) {
    this.bundle = bundle;
    this.model = model;
  }

  /**
   * Loads a bundle's graph.
   *
   * @throws dev.auricle.signal.AuricleException if it cannot be loaded
   */
  public static BundleEmbedding of(Bundle bundle) {
    byte[] graph = EmbeddingOutput.of(bundle.graph(), PublishedNetwork.PROBABILITIES);
    return new BundleEmbedding(bundle, OnnxModel.load(graph, 1));
  }

  @Override
  public String name() {
    return bundle.name();
  }

  @Override
  public int sampleRate() {
    return bundle.frontEnd().sampleRate();
  }

  @Override
  public int[] shape(int samples) {
    return compute(new float[samples]).shape();
  }

  @Override
  public Features compute(float[] samples) {
    Features made =
        model.compute(EmbeddingOutput.NAME, List.of(bundle.frontEnd().compute(samples))).get(0);
    int size = made.shape()[made.shape().length - 1];
    int vectors = made.values().length / size;
    float[] mean = new float[size];
    for (int i = 0; i < made.values().length; i++) {
      mean[i % size] += made.values()[i] / vectors;
    }
    return new Features(mean, size);
  }

  @Override
  public Map<String, Object> options() {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("graph", sha256(bundle.graph()));
    options.putAll(bundle.frontEnd().options());
    return options;
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Checksum.digest("SHA-256").digest(bytes));
  }

  @Override
  public void close() {
    model.close();
  }
}
