package dev.auricle.learn.voting;

import dev.auricle.learn.training.TrainingData;
import dev.auricle.network.embedding.EmbeddingFrontEnd;
import dev.auricle.runtime.Features;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Clips as a published network sees them, instead of their own features. */
final class EmbeddedData implements TrainingData {
  private final TrainingData data;
  private final EmbeddingFrontEnd embedding;
  private final AtomicReferenceArray<@Nullable Features> seen;

  /**
   * A view of clips.
   *
   * @param data with the features that the network reads
   */
  EmbeddedData(TrainingData data, EmbeddingFrontEnd embedding) {
    this.data = data;
    this.embedding = embedding;
    this.seen = new AtomicReferenceArray<>(data.size());
  }

  @Override
  public Features features(int i) {
    Features known = seen.get(i);
    if (known == null) {
      known = embedding.embed(data.features(i));
      seen.set(i, known);
    }
    return known;
  }

  @Override
  public Features compute(float[] samples) {
    return embedding.embed(data.compute(samples));
  }

  @Override
  public TrainingData subset(int[] indices) {
    return new EmbeddedData(data.subset(indices), embedding);
  }

  @Override
  public int size() {
    return data.size();
  }

  @Override
  public List<String> labels() {
    return data.labels();
  }

  @Override
  public boolean multiLabel() {
    return data.multiLabel();
  }

  @Override
  public float[] samples(int i) {
    return data.samples(i);
  }

  @Override
  public int sampleRate() {
    return data.sampleRate();
  }

  @Override
  public float[] target(int i) {
    return data.target(i);
  }

  @Override
  public String group(int i) {
    return data.group(i);
  }
}
