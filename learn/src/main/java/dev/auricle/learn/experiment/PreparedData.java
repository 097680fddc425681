package dev.auricle.learn.experiment;

import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.learn.training.TrainingData;
import dev.auricle.runtime.Features;
import java.util.List;

/** Some of a feature store's clips, as trainers see them. */
final class PreparedData implements TrainingData {
  private final FeatureStore store;
  private final int[] indices;

  PreparedData(FeatureStore store, int[] indices) {
    this.store = store;
    this.indices = indices;
  }

  private Dataset dataset() {
    return store.clips().dataset();
  }

  private Example example(int i) {
    return dataset().examples().get(indices[i]);
  }

  @Override
  public int size() {
    return indices.length;
  }

  @Override
  public List<String> labels() {
    return dataset().labels();
  }

  @Override
  public boolean multiLabel() {
    return dataset().multiLabel();
  }

  @Override
  public Features features(int i) {
    return store.features(indices[i]);
  }

  @Override
  public float[] samples(int i) {
    return store.samples(indices[i]);
  }

  @Override
  public Features compute(float[] samples) {
    return store.frontEnd().compute(samples);
  }

  @Override
  public int sampleRate() {
    return store.clips().sampleRate();
  }

  @Override
  public float[] target(int i) {
    return Targets.of(example(i), labels());
  }

  @Override
  public String group(int i) {
    return example(i).group();
  }

  @Override
  public TrainingData subset(int[] chosen) {
    int[] mapped = new int[chosen.length];
    for (int k = 0; k < chosen.length; k++) {
      mapped[k] = indices[chosen[k]];
    }
    return new PreparedData(store, mapped);
  }
}
