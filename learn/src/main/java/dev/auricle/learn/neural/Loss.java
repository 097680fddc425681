package dev.auricle.learn.neural;

import static org.bytedeco.pytorch.global.torch.binary_cross_entropy_with_logits;

import java.util.Arrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/**
 * How far scores are from targets: cross-entropy for labels that exclude each other, binary
 * cross-entropy for independent ones, both over targets that may be mixed and smoothed.
 *
 * @param multiLabel true for independent labels
 * @param smoothing share of a target spread evenly over all labels
 * @param weights of the labels, with a mean of 1 over the training clips
 */
@SuppressWarnings("ArrayRecordComponent")
record Loss(boolean multiLabel, double smoothing, float[] weights) {

  /** Labels that exclude each other and weigh the same, without smoothing. */
  static Loss even(int labels) {
    float[] weights = new float[labels];
    Arrays.fill(weights, 1);
    return new Loss(false, 0, weights);
  }

  /** Weights in inverse proportion to the labels' clips, or all 1. */
  static Loss of(Clips clips, boolean multiLabel, TrainingSettings settings) {
    float[] weights = new float[clips.labels()];
    double[] counts = new double[weights.length];
    for (int i = 0; i < clips.size(); i++) {
      for (int k = 0; k < weights.length; k++) {
        counts[k] += clips.target(i)[k];
      }
    }
    long present = Arrays.stream(counts).filter(count -> count > 0).count();
    double all = Arrays.stream(counts).sum();
    for (int k = 0; k < weights.length; k++) {
      boolean weigh = settings.balanced() && counts[k] > 0;
      weights[k] = weigh ? (float) (all / (present * counts[k])) : 1;
    }
    return new Loss(multiLabel, settings.labelSmoothing(), weights);
  }

  /** Mean loss of a batch; scores and targets are {@code [batch, labels]}. */
  Tensor of(Tensor scores, Tensor targets) {
    int labels = weights.length;
    double even = multiLabel ? 0.5 : 1.0 / labels;
    Tensor smooth = targets.mul(new Scalar(1 - smoothing)).add_(new Scalar(smoothing * even));
    Tensor each = Tensor.create(weights, 1, labels).to(scores);
    if (multiLabel) {
      return binary_cross_entropy_with_logits(
          scores, smooth, new TensorOptional(each), new TensorOptional(), 1);
    }
    Tensor losses = scores.log_softmax(1).mul(smooth.mul_(each)).sum(1);
    return losses.mean().neg();
  }
}
