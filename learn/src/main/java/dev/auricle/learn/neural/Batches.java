package dev.auricle.learn.neural;

import java.util.SplittableRandom;

/**
 * Draws the batches of an epoch: shuffled, varied and mixed, all by the seed, the epoch and the
 * clip alone. Batches differ in size by one clip at most, so that none is too small to normalise.
 */
final class Batches {
  private final Clips clips;
  private final Augmenter augmenter;
  private final Augmentation settings;
  private final int most;
  private final long seed;
  private final float[] other;

  Batches(Clips clips, Augmenter augmenter, Augmentation settings, int most, long seed) {
    this.clips = clips;
    this.augmenter = augmenter;
    this.settings = settings;
    this.most = most;
    this.seed = seed;
    other = new float[clips.shape().size()];
  }

  /** Batches in an epoch. */
  int count() {
    return (clips.size() + most - 1) / most;
  }

  /** The clips in the order of an epoch. */
  int[] order(int epoch) {
    int[] order = new int[clips.size()];
    SplittableRandom random = Seeds.random(seed, epoch);
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** One batch of an epoch. */
  Batch batch(int epoch, int number, int[] order) {
    int from = (int) ((long) order.length * number / count());
    int to = (int) ((long) order.length * (number + 1) / count());
    int size = clips.shape().size();
    float[] features = new float[(to - from) * size];
    float[] targets = new float[(to - from) * clips.labels()];
    int[] indices = new int[to - from];
    for (int i = 0; i < indices.length; i++) {
      int clip = order[from + i];
      indices[i] = clip;
      SplittableRandom random = Seeds.random(seed, epoch, clip);
      augmenter.apply(clips.features(clip), features, i * size, random);
      float[] target = clips.target(clip);
      System.arraycopy(target, 0, targets, i * target.length, target.length);
      if (random.nextDouble() < settings.mixup()) {
        mix(features, i * size, targets, i * target.length, random);
      }
    }
    return new Batch(features, targets, indices);
  }

  private void mix(float[] features, int at, float[] targets, int targetAt, SplittableRandom r) {
    int partner = r.nextInt(clips.size());
    float share = (float) beta(settings.mixupAlpha(), r);
    augmenter.apply(clips.features(partner), other, 0, r);
    for (int k = 0; k < other.length; k++) {
      features[at + k] += share * (other[k] - features[at + k]);
    }
    float[] target = clips.target(partner);
    for (int k = 0; k < target.length; k++) {
      targets[targetAt + k] += share * (target[k] - targets[targetAt + k]);
    }
  }

  /** The smaller of a draw from Beta(alpha, alpha) and its complement, by Jöhnk's method. */
  private static double beta(double alpha, SplittableRandom random) {
    while (true) {
      double x = Math.pow(random.nextDouble(), 1 / alpha);
      double y = Math.pow(random.nextDouble(), 1 / alpha);
      if (x + y <= 1 && x + y > 0) {
        return Math.min(x, y) / (x + y);
      }
    }
  }

  /**
   * A batch.
   *
   * @param features of its clips, one after the other
   * @param targets of its clips, one after the other
   * @param indices of its clips among the training clips
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Batch(float[] features, float[] targets, int[] indices) {
    int size() {
      return indices.length;
    }

    /** The first clip with a value that is not a number; -1 if there is none. */
    int firstWithoutNumber() {
      for (int k = 0; k < features.length; k++) {
        if (!Float.isFinite(features[k])) {
          return indices[k / (features.length / indices.length)];
        }
      }
      return -1;
    }
  }
}
