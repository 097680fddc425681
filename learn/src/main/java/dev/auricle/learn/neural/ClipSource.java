package dev.auricle.learn.neural;

import dev.auricle.learn.training.TrainingData;
import java.util.SplittableRandom;

/** Where the features of a clip come from each time it is shown. */
@FunctionalInterface
interface ClipSource {
  /** Features of a clip, read-only. */
  float[] features(int clip, SplittableRandom random);

  /** Computed anew from varied samples. */
  static ClipSource varied(TrainingData data, SampleAugmentation settings) {
    SampleAugmenter augmenter = new SampleAugmenter(settings, data.sampleRate());
    return (clip, random) -> {
      float[] samples = data.samples(clip);
      float[] background = data.samples(random.nextInt(data.size()));
      return data.compute(augmenter.apply(samples, background, random)).values();
    };
  }
}
