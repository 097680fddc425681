package dev.auricle.learn.neural;

import dev.auricle.learn.training.TrainingData;
import java.util.SplittableRandom;

/** The training clips' samples, varied anew each time they are asked for, and their features. */
final class VariedSounds {
  private final TrainingData data;
  private final SampleAugmenter augmenter;

  VariedSounds(TrainingData data, SampleAugmentation settings) {
    this.data = data;
    this.augmenter = new SampleAugmenter(settings, data.sampleRate());
  }

  /** A variation of a clip, in an array of its own. */
  float[] samples(int clip, SplittableRandom random) {
    int background = random.nextInt(data.size());
    return augmenter.apply(data.samples(clip), () -> data.samples(background), random);
  }

  /** What the front-end makes of samples. */
  float[] features(float[] samples) {
    return data.compute(samples).values();
  }
}
