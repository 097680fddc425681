package dev.auricle.learn.neural;

import dev.auricle.learn.training.Settings;
import dev.auricle.network.Shape;
import java.util.SplittableRandom;

/**
 * How a training clip is mixed with another, and its target with the other's.
 *
 * @param kind of mixing
 * @param probability that a clip is mixed
 * @param alpha parameter of the Beta distribution that shares are drawn from: small for almost pure
 *     clips, 1 for any share
 */
record Mixing(Kind kind, double probability, double alpha) {
  /** What is done to the features, or to the samples before them. */
  enum Kind {
    /** Nothing. */
    NONE,
    /** Shares of both (Zhang et al. 2018). */
    MIXUP,
    /** A stretch of frames of the other (after Yun et al. 2019). */
    CUTMIX,
    /** Of samples: shares of both as they would sound together (Tokozume et al. 2018). */
    BETWEEN_CLASS
  }

  static Mixing from(Settings settings) {
    Double mixup = settings.optionalNumber("mixup", 0, 1);
    Kind asked = settings.choice("mix", mixup == null ? Kind.NONE : Kind.MIXUP);
    double probability = asked == Kind.NONE ? 0 : mixup == null ? 1 : mixup;
    Kind kind = probability == 0 ? Kind.NONE : asked;
    return new Mixing(kind, probability, settings.number("mix-alpha", 0.4, 0.01, 2));
  }

  /** True where samples are mixed, before the front-end; else features are. */
  boolean ofSamples() {
    return kind == Kind.BETWEEN_CLASS;
  }

  /**
   * Mixes another clip's features into one's.
   *
   * @return the other's share of the target, at most one half but for {@link Kind#CUTMIX}
   */
  float mix(float[] clip, int start, float[] other, Shape shape, SplittableRandom random) {
    float share = (float) beta(random);
    return switch (kind) {
      case NONE, BETWEEN_CLASS -> 0;
      case MIXUP -> {
        for (int k = 0; k < other.length; k++) {
          clip[start + k] += share * (other[k] - clip[start + k]);
        }
        yield share;
      }
      case CUTMIX -> cut(clip, start, other, shape, share, random);
    };
  }

  private static float cut(
      float[] clip, int start, float[] other, Shape shape, float share, SplittableRandom random) {
    int frames = shape.axis(shape.rank() - 1);
    int width = Math.round(share * frames);
    int from = random.nextInt(frames - width + 1);
    for (int row = 0; row < other.length; row += frames) {
      System.arraycopy(other, row + from, clip, start + row + from, width);
    }
    return width / (float) frames;
  }

  /**
   * Mixes another clip's samples into one's: weighs both so that the shares are those heard, and
   * keeps the power.
   *
   * @return the other's share of the target, at most one half
   */
  float mixSamples(float[] clip, float[] other, SplittableRandom random) {
    float share = (float) beta(random);
    double here = 1e-12;
    double there = 1e-12;
    for (int k = 0; k < other.length; k++) {
      here += (double) clip[k] * clip[k];
      there += (double) other[k] * other[k];
    }
    double ratio = Math.sqrt(here / there) * share / Math.max(1e-6, 1 - share);
    float weight = (float) (1 / (1 + 1 / Math.max(1e-9, ratio)));
    float norm = (float) (1 / Math.sqrt(weight * weight + (1 - weight) * (1 - weight)));
    for (int k = 0; k < other.length; k++) {
      clip[k] = norm * ((1 - weight) * clip[k] + weight * other[k]);
    }
    return share;
  }

  /** The smaller of a draw from Beta(alpha, alpha) and its complement, by Jöhnk's method. */
  private double beta(SplittableRandom random) {
    while (true) {
      double x = Math.pow(random.nextDouble(), 1 / alpha);
      double y = Math.pow(random.nextDouble(), 1 / alpha);
      if (x + y <= 1 && x + y > 0) {
        return Math.min(x, y) / (x + y);
      }
    }
  }
}
