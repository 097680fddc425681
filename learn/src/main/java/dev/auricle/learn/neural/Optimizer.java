package dev.auricle.learn.neural;

import static org.bytedeco.pytorch.global.torch.zeros_like;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Makes steps of gradients, on all of a network's trained numbers at once. Its memory belongs to
 * the pointer scope that is open when it is made.
 */
final class Optimizer {
  /** What makes a step of a gradient. */
  enum Kind {
    /** Stochastic gradient descent with Nesterov's momentum; weight decay is L2. */
    SGD,
    /** Kingma and Ba 2015; weight decay is L2. */
    ADAM,
    /** Adam with the weight decay beside the gradient (Loshchilov and Hutter 2019). */
    ADAMW
  }

  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final TorchNetwork network;
  private final TrainingSettings settings;
  private final Tensor first;
  private final Tensor second;
  private int steps;

  Optimizer(TorchNetwork network, TrainingSettings settings) {
    this.network = network;
    this.settings = settings;
    first = zeros_like(network.trained());
    second = zeros_like(network.trained());
  }

  /** Changes the weights by the gradients that lie in the network, with that learning rate. */
  void step(double rate) {
    steps++;
    Tensor gradients = network.gradients();
    Tensor rates = network.rates();
    if (rates != null) {
      // Where the rate is nothing, no mean is kept either; elsewhere Adam's steps do not heed
      // scale.
      gradients.mul_(rates.sign());
    }
    if (settings.clip() > 0) {
      double length = gradients.norm().item_float();
      if (length > settings.clip()) {
        gradients.mul_(new Scalar(settings.clip() / length));
      }
    }
    Scalar decay = new Scalar(settings.weightDecay());
    switch (settings.optimizer()) {
      case SGD -> {
        gradients.addcmul_(network.trained(), network.decays(), decay);
        first.mul_(new Scalar(settings.momentum())).add_(gradients);
        gradients.add_(first, new Scalar(settings.momentum()));
        network.trained().add_(paced(gradients, rates), new Scalar(-rate));
      }
      case ADAM -> {
        gradients.addcmul_(network.trained(), network.decays(), decay);
        adam(rate, rates);
      }
      case ADAMW -> {
        Scalar shrink = new Scalar(-rate * settings.weightDecay());
        network.trained().addcmul_(network.trained(), paced(network.decays(), rates), shrink);
        adam(rate, rates);
      }
    }
  }

  private static Tensor paced(Tensor values, @Nullable Tensor rates) {
    return rates == null ? values : values.mul(rates);
  }

  private void adam(double rate, @Nullable Tensor rates) {
    Tensor gradients = network.gradients();
    first.lerp_(gradients, new Scalar(1 - BETA1));
    second.mul_(new Scalar(BETA2)).addcmul_(gradients, gradients, new Scalar(1 - BETA2));
    double correction1 = 1 - Math.pow(BETA1, steps);
    double correction2 = 1 - Math.pow(BETA2, steps);
    Tensor scale = second.sqrt().div_(new Scalar(Math.sqrt(correction2)));
    scale.add_(new Scalar(EPSILON));
    network.trained().addcdiv_(paced(first, rates), scale, new Scalar(-rate / correction1));
  }

  /** Running means of the gradients (SGD: the momentum). */
  Tensor first() {
    return first;
  }

  /** Running means of the squared gradients. */
  Tensor second() {
    return second;
  }

  int steps() {
    return steps;
  }

  /** Continues after that many steps. */
  void resume(int stepsDone) {
    steps = stepsDone;
  }
}
