package dev.auricle.learn.neural;

import dev.auricle.learn.training.TrainingData;
import dev.auricle.runtime.Features;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Made-up clips in noise: label 0 is a steady tone, 1 rises, 2 falls, 3 comes and goes. */
public final class SyntheticClips implements TrainingData {
  private final List<Features> features = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private final List<String> names;
  private final boolean multiLabel;

  private SyntheticClips(List<String> names, boolean multiLabel) {
    this.names = names;
    this.multiLabel = multiLabel;
  }

  public static SyntheticClips of(int clips, int labels, int bands, int frames, long seed) {
    Random random = new Random(seed);
    SyntheticClips data = new SyntheticClips(names(labels), false);
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
      data.add(new Features(values, bands, frames), label, i);
    }
    return data;
  }

  /**
   * Samples instead: each label's tone lies an octave above the last one's, at any level of 40 dB.
   */
  public static SyntheticClips tones(int clips, int labels, int length, long seed) {
    Random random = new Random(seed);
    SyntheticClips data = new SyntheticClips(names(labels), false);
    for (int i = 0; i < clips; i++) {
      double pace =
          2 * Math.PI * 0.02 * Math.pow(2, i % labels) * (0.95 + 0.1 * random.nextDouble());
      double phase = 2 * Math.PI * random.nextDouble();
      double level = Math.pow(10, -2 * random.nextDouble());
      float[] samples = new float[length];
      for (int t = 0; t < length; t++) {
        samples[t] = (float) (level * (Math.sin(pace * t + phase) + 0.3 * random.nextGaussian()));
      }
      data.add(new Features(samples, length), i % labels, i);
    }
    return data;
  }

  private static List<String> names(int labels) {
    return IntStream.range(0, labels).mapToObj(k -> "label" + k).toList();
  }

  private void add(Features clip, int label, int number) {
    features.add(clip);
    labels.add(label);
    groups.add("group" + number % 7);
  }

  public SyntheticClips independent() {
    SyntheticClips data = new SyntheticClips(names, true);
    data.features.addAll(features);
    data.labels.addAll(labels);
    data.groups.addAll(groups);
    return data;
  }

  void replace(int i, Features other) {
    features.set(i, other);
  }

  /** Share of the clips for which a graph's greatest probability is their label's. */
  double accuracy(byte[] graph) throws Exception {
    int right = 0;
    for (int i = 0; i < size(); i++) {
      Features each = features(i);
      long[] shape = LongStream.concat(LongStream.of(1), longs(each.shape())).toArray();
      float[] probabilities = OnnxRun.run(graph, each.values(), shape);
      int best = 0;
      for (int k = 1; k < probabilities.length; k++) {
        best = probabilities[k] > probabilities[best] ? k : best;
      }
      right += best == labels.get(i) ? 1 : 0;
    }
    return right / (double) size();
  }

  private static LongStream longs(int[] shape) {
    return IntStream.of(shape).asLongStream();
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
    Features each = features.get(i);
    return each.shape().length == 1 ? each.values() : new float[0]; // Made up as features alone.
  }

  @Override
  public Features compute(float[] samples) {
    return new Features(samples.clone(), samples.length);
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
