package dev.auricle.learn.neural;

import dev.auricle.network.Crops;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Draws the batches of an epoch: shuffled, varied and mixed, all by the seed, the epoch and the
 * clip alone. Batches differ in size by one clip at most, so that none is too small to normalise.
 */
final class Batches {
  private final Clips clips;
  private final Augmenter augmenter;
  private final @Nullable VariedSounds sounds;
  private final Mixing mixing;
  private final int most;
  private final long seed;
  private final Crops crops;
  private final float[] other;
  private final float[] whole;

  /**
   * Batches of training clips.
   *
   * @param sounds where samples are varied or mixed; null leaves the clips' features as they are up
   *     to the augmenter
   */
  Batches(
      Clips clips,
      @Nullable VariedSounds sounds,
      Augmenter augmenter,
      Mixing mixing,
      TrainingSettings settings,
      long seed) {
    this.clips = clips;
    this.augmenter = augmenter;
    this.sounds = sounds;
    this.mixing = mixing;
    this.most = settings.batch();
    this.crops = settings.crops(clips.shape());
    this.seed = seed;
    other = new float[clips.shape().size()];
    whole = new float[clips.shape().size()];
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
    int size = size();
    float[] features = new float[(to - from) * size];
    float[] targets = new float[(to - from) * clips.labels()];
    int[] indices = new int[to - from];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = order[from + i];
      show(epoch, indices[i], features, i * size, targets, i * clips.labels());
    }
    return new Batch(features, targets, indices);
  }

  /** A batch of one clip, just as it is shown in that epoch. */
  Batch alone(int epoch, int clip) {
    float[] features = new float[size()];
    float[] targets = new float[clips.labels()];
    show(epoch, clip, features, 0, targets, 0);
    return new Batch(features, targets, new int[] {clip});
  }

  /** Numbers of a clip as it is shown. */
  private int size() {
    return clips.shape().size() / crops.full() * crops.length();
  }

  private void show(int epoch, int clip, float[] features, int at, float[] targets, int targetAt) {
    SplittableRandom random = random(epoch, clip);
    float[] out = crops.whole() ? features : whole;
    int start = crops.whole() ? at : 0;
    float[] target = clips.target(clip);
    System.arraycopy(target, 0, targets, targetAt, target.length);
    float[] plain =
        sounds == null
            ? clips.features(clip)
            : sounds.features(heard(sounds, clip, targets, targetAt, random));
    augmenter.apply(plain, out, start, random);
    if (!mixing.ofSamples() && random.nextDouble() < mixing.probability()) {
      mix(out, start, targets, targetAt, random);
    }
    if (!crops.whole()) {
      int first = random.nextInt(crops.full() - crops.length() + 1);
      Clips.cut(whole, crops, first, features, at);
    }
  }

  /** The samples of a clip just as it is shown in that epoch; null where none are varied. */
  float @Nullable [] heard(int epoch, int clip) {
    return sounds == null
        ? null
        : heard(sounds, clip, new float[clips.labels()], 0, random(epoch, clip));
  }

  private float[] heard(
      VariedSounds of, int clip, float[] targets, int targetAt, SplittableRandom random) {
    float[] samples = of.samples(clip, random);
    if (mixing.ofSamples() && random.nextDouble() < mixing.probability()) {
      int partner = random.nextInt(clips.size());
      float share = mixing.mixSamples(samples, of.samples(partner, random), random);
      share(partner, share, targets, targetAt);
    }
    return samples;
  }

  /** Everything that is drawn for a clip in an epoch comes from here. */
  private SplittableRandom random(int epoch, int clip) {
    return Seeds.random(seed, epoch, clip);
  }

  private void mix(float[] features, int at, float[] targets, int targetAt, SplittableRandom r) {
    int partner = r.nextInt(clips.size());
    float[] plain =
        sounds == null ? clips.features(partner) : sounds.features(sounds.samples(partner, r));
    augmenter.apply(plain, other, 0, r);
    share(partner, mixing.mix(features, at, other, clips.shape(), r), targets, targetAt);
  }

  private void share(int partner, float share, float[] targets, int targetAt) {
    float[] target = clips.target(partner);
    for (int k = 0; k < target.length; k++) {
      targets[targetAt + k] += share * (target[k] - targets[targetAt + k]);
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
