package dev.auricle.learn.training;

import dev.auricle.runtime.Features;
import java.util.List;

/** Clips ready for training, in a fixed order. Thread-safe for reading. */
public interface TrainingData {
  int size();

  /** Labels, in the order of targets and of the model's outputs. */
  List<String> labels();

  /** True where several entries of a target may be 1. */
  boolean multiLabel();

  /** Features of clip {@code i} as the recipe's front-end makes them. */
  Features features(int i);

  /**
   * Prepared samples of clip {@code i}, at {@link #sampleRate()}: what sample augmentation starts
   * from.
   */
  float[] samples(int i);

  /**
   * Features of samples at {@link #sampleRate()}, as the recipe's front-end makes them: how varied
   * samples become a clip again.
   */
  default Features compute(float[] samples) {
    throw new UnsupportedOperationException("these clips come without their front-end");
  }

  /** Rate of {@link #samples}, in Hz. */
  int sampleRate();

  /** 1 for each label that clip {@code i} carries, 0 elsewhere. */
  float[] target(int i);

  /** What must not stand on both sides of an inner split. */
  String group(int i);

  /** A view of some of the clips. */
  TrainingData subset(int[] indices);

  /** Index of clip {@code i}'s (first) label. */
  default int label(int i) {
    float[] target = target(i);
    for (int k = 0; k < target.length; k++) {
      if (target[k] > 0) {
        return k;
      }
    }
    throw new IllegalStateException("clip " + i + " carries no label");
  }
}
