package dev.auricle.learn.neural;

import dev.auricle.learn.training.TrainingData;
import dev.auricle.network.Crops;
import dev.auricle.network.Shape;
import dev.auricle.network.Weight;
import dev.auricle.runtime.Features;
import dev.auricle.signal.AuricleException;
import java.util.Arrays;

/** Features and targets of all clips of a part, in memory, with one shape. */
final class Clips {
  /** Least deviation of a band, as a share of all bands' together: an empty band stays quiet. */
  private static final double LEAST_DEVIATION = 0.1;

  private final float[][] features;
  private final float[][] targets;
  private final Shape shape;

  private Clips(float[][] features, float[][] targets, Shape shape) {
    this.features = features;
    this.targets = targets;
    this.shape = shape;
  }

  static Clips of(TrainingData data) {
    float[][] features = new float[data.size()][];
    float[][] targets = new float[data.size()][];
    Shape shape = null;
    for (int i = 0; i < data.size(); i++) {
      Features each = data.features(i);
      Shape found = Shape.of(each.shape());
      if (shape != null && !shape.equals(found)) {
        throw new AuricleException(
            "a network needs clips of one length, found features of "
                + shape
                + " and "
                + found
                + "; set 'seconds' in the recipe's preparation to a number or to auto");
      }
      shape = found;
      features[i] = each.values();
      targets[i] = data.target(i);
    }
    if (shape == null || data.size() < 2) {
      throw new AuricleException("a network needs at least 2 training clips, found " + data.size());
    }
    return new Clips(features, targets, shape);
  }

  /** The middle stretch of each clip. */
  Clips middle(Crops crops) {
    if (crops.whole()) {
      return this;
    }
    int start = new Crops(crops.full(), crops.length(), 1).starts()[0];
    Shape cut = cut(shape, crops.length());
    float[][] middles = new float[size()][cut.size()];
    for (int i = 0; i < size(); i++) {
      cut(features[i], crops, start, middles[i], 0);
    }
    return new Clips(middles, targets, cut);
  }

  /** The shape of a stretch of so many frames or samples. */
  static Shape cut(Shape shape, int length) {
    return shape.rank() == 1 ? Shape.of(length) : Shape.of(shape.axis(0), length);
  }

  /** Copies the stretch of a clip that begins at a frame or sample. */
  static void cut(float[] clip, Crops crops, int start, float[] out, int at) {
    int rows = clip.length / crops.full();
    for (int row = 0; row < rows; row++) {
      System.arraycopy(
          clip, row * crops.full() + start, out, at + row * crops.length(), crops.length());
    }
  }

  /** Depends on every feature and target. */
  long checksum() {
    long sum = size();
    for (int i = 0; i < size(); i++) {
      sum = Seeds.mix(sum, Arrays.hashCode(features[i]), Arrays.hashCode(targets[i]));
    }
    return sum;
  }

  int size() {
    return features.length;
  }

  Shape shape() {
    return shape;
  }

  /** Read-only. */
  float[] features(int i) {
    return features[i];
  }

  /** Read-only. */
  float[] target(int i) {
    return targets[i];
  }

  int labels() {
    return targets[0].length;
  }

  /** Mean and deviation of each entry of the first axis, or of everything for one axis. */
  Scaling scaling(boolean perEntry) {
    int groups = perEntry ? shape.axis(0) : 1;
    double[] sum = new double[groups];
    double[] squares = new double[groups];
    int each = shape.size() / groups;
    for (float[] clip : features) {
      for (int g = 0; g < groups; g++) {
        for (int k = g * each; k < (g + 1) * each; k++) {
          sum[g] += clip[k];
          squares[g] += (double) clip[k] * clip[k];
        }
      }
    }
    double count = (double) each * features.length;
    double[] deviation = new double[groups];
    double variance = 0;
    for (int g = 0; g < groups; g++) {
      sum[g] /= count;
      double own = Math.max(0, squares[g] / count - sum[g] * sum[g]);
      deviation[g] = Math.sqrt(own);
      variance += own / groups;
    }
    double least = Math.max(1e-8, LEAST_DEVIATION * Math.sqrt(variance));
    float[] scale = new float[groups];
    float[] shift = new float[groups];
    float[] mean = new float[groups];
    for (int g = 0; g < groups; g++) {
      double own = Math.max(least, deviation[g]);
      scale[g] = (float) (1 / own);
      shift[g] = (float) (-sum[g] / own);
      mean[g] = (float) sum[g];
    }
    Shape axis = Shape.of(groups);
    return new Scaling(new Weight(scale, axis), new Weight(shift, axis), mean);
  }

  /**
   * What standardises the features.
   *
   * @param scale one factor a group
   * @param shift one offset a group
   * @param mean of each group
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Scaling(Weight scale, Weight shift, float[] mean) {}
}
