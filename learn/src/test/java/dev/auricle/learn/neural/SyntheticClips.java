package dev.auricle.learn.neural;

import dev.auricle.learn.training.TrainingData;
import dev.auricle.runtime.Features;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up clips in noise: label 0 is a steady tone, 1 rises, 2 falls, 3 comes and goes. */
final class SyntheticClips implements TrainingData {
  private final List<Features> features = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private final List<String> names;
  private final boolean multiLabel;

  private SyntheticClips(List<String> names, boolean multiLabel) {
    this.names = names;
    this.multiLabel = multiLabel;
  }

  static SyntheticClips of(int clips, int labels, int bands, int frames, long seed) {
    Random random = new Random(seed);
    List<String> names = new ArrayList<>();
    for (int k = 0; k < labels; k++) {
      names.add("label" + k);
    }
    SyntheticClips data = new SyntheticClips(names, false);
    for (int i = 0; i < clips; i++) {
      int label = i % labels;
      float[] values = new float[bands * frames];
      double start = bands * (0.3 + 0.4 * random.nextDouble());
      double slope = label == 1 ? 0.5 : label == 2 ? -0.5 : 0;
      for (int t = 0; t < frames; t++) {
        double tone = start + slope * (t - frames / 2.0);
        double level = label == 3 && t % 6 < 3 ? 0 : 30;
        for (int b = 0; b < bands; b++) {
          double above = level * Math.exp(-Math.pow((b - tone) / 2, 2));
          values[b * frames + t] = (float) (-60 + above + 6 * random.nextGaussian());
        }
      }
      data.features.add(new Features(values, bands, frames));
      data.labels.add(label);
      data.groups.add("group" + i % 7);
    }
    return data;
  }

  SyntheticClips independent() {
    SyntheticClips data = new SyntheticClips(names, true);
    data.features.addAll(features);
    data.labels.addAll(labels);
    data.groups.addAll(groups);
    return data;
  }

  void replace(int i, Features other) {
    features.set(i, other);
  }

  @Override
  public int size() {
    return features.size();
  }

  @Override
  public List<String> labels() {
    return names;
  }

  @Override
  public boolean multiLabel() {
    return multiLabel;
  }

  @Override
  public Features features(int i) {
    return features.get(i);
  }

  @Override
  public float[] samples(int i) {
    return new float[0]; // Made up as features alone.
  }

  @Override
  public int sampleRate() {
    return 16000;
  }

  @Override
  public float[] target(int i) {
    float[] target = new float[names.size()];
    target[labels.get(i)] = 1;
    if (multiLabel && labels.get(i) == 0) {
      target[1] = 1; // whoever carries the first label carries the second as well
    }
    return target;
  }

  @Override
  public String group(int i) {
    return groups.get(i);
  }

  @Override
  public TrainingData subset(int[] indices) {
    SyntheticClips part = new SyntheticClips(names, multiLabel);
    for (int i : indices) {
      part.features.add(features.get(i));
      part.labels.add(labels.get(i));
      part.groups.add(groups.get(i));
    }
    return part;
  }
}
