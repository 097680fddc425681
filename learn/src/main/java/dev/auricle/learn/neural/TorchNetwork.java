package dev.auricle.learn.neural;

import static org.bytedeco.pytorch.global.torch.ones;
import static org.bytedeco.pytorch.global.torch.zeros;

import dev.auricle.learn.training.Device;
import dev.auricle.network.Network;
import dev.auricle.network.Parameter;
import dev.auricle.network.Weight;
import dev.auricle.network.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A network's numbers in libtorch, and its forward pass.
 *
 * <p>Everything trained lies in one array and so do its gradients, so that an optimizer's step is a
 * handful of operations however many layers there are. Its memory belongs to the {@link
 * PointerScope} that is open when it is made. Not thread-safe.
 */
final class TorchNetwork {
  private final Network network;
  private final Device device;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final Tensor trained;
  private final Tensor gradients;
  private final Tensor kept;
  private final Tensor decays;
  private final @Nullable Tensor rates;
  private final @Nullable Tensor fresh;
  private final FineTuning fineTuning;
  private boolean alone;

  TorchNetwork(Network network, Weights weights) {
    this(network, weights, FineTuning.NONE, Device.CPU);
  }

  TorchNetwork(Network network, Weights weights, FineTuning fineTuning, Device device) {
    this.network = network;
    this.device = device;
    this.fineTuning = fineTuning;
    weights.check(network);
    long trainedSize = network.trainedNumbers();
    long all = network.parameters().stream().mapToLong(each -> each.shape().size()).sum();
    trained = put(zeros(trainedSize));
    gradients = put(zeros(trainedSize));
    decays = put(zeros(trainedSize));
    kept = put(zeros(all - trainedSize));
    rates = fineTuning.asked() ? put(ones(trainedSize)) : null;
    fresh = fineTuning.asked() ? put(ones(trainedSize)) : null;
    long at = 0;
    long keptAt = 0;
    for (Parameter parameter : network.parameters()) {
      long size = parameter.shape().size();
      if (parameter.role().trained()) {
        tensors.put(parameter.name(), leaf(parameter, at));
        if (rates != null && fresh != null && fineTuning.learnt().contains(parameter.name())) {
          double rate = fineTuning.moves(parameter.name(), false) ? fineTuning.rate() : 0;
          rates.narrow(0, at, size).fill_(new Scalar(rate));
          fresh.narrow(0, at, size).fill_(new Scalar(0.0));
        }
        if (parameter.role() == Parameter.Role.WEIGHT
            || parameter.role() == Parameter.Role.RECURRENT) {
          decays.narrow(0, at, size).fill_(new Scalar(1.0));
        }
        at += size;
      } else {
        tensors.put(parameter.name(), kept.narrow(0, keptAt, size).view(parameter.shape().longs()));
        keptAt += size;
      }
    }
    load(weights);
    requireGradients();
  }

  /** A view of the trained array that autograd takes for a weight of its own. */
  private Tensor leaf(Parameter parameter, long at) {
    Tensor leaf = view(trained, parameter, at).detach().requires_grad_(true);
    leaf.mutable_grad().put(view(gradients, parameter, at));
    return leaf;
  }

  /**
   * A stretch of an array with a parameter's shape. Kernels of two axes lie with their channels
   * last: then libtorch keeps everything so, and pools and normalises several times faster.
   */
  private static Tensor view(Tensor array, Parameter parameter, long at) {
    Tensor stretch = array.narrow(0, at, parameter.shape().size());
    long[] shape = parameter.shape().longs();
    return shape.length < 4
        ? stretch.view(shape)
        : stretch.view(shape[0], shape[2], shape[3], shape[1]).permute(0, 3, 1, 2);
  }

  /** Scores, {@code [batch, labels]}, of features {@code [batch, …input]}. */
  Tensor forward(Tensor features, Mode mode) {
    return new TorchForward(tensors, mode).chain(network.chain(), features, network.input(), "");
  }

  /** How a pass in training runs. */
  Mode training(long seed) {
    return Mode.training(seed, fineTuning.frozenNorms());
  }

  Network network() {
    return network;
  }

  Device device() {
    return device;
  }

  /** A tensor made in memory, where the network lies. */
  Tensor put(Tensor made) {
    return device == Device.CUDA ? made.cuda() : made;
  }

  /** All trained numbers, one after the other. */
  Tensor trained() {
    return trained;
  }

  /** Their gradients, in the same order. */
  Tensor gradients() {
    return gradients;
  }

  /** From now on only numbers that are new are learnt, and the others need no gradients; or all. */
  void learnAlone(boolean newOnly) {
    if (alone != newOnly) {
      alone = newOnly;
      requireGradients();
    }
  }

  /** Of what moves, and of nothing else. */
  private void requireGradients() {
    network.parameters().stream()
        .filter(each -> each.role().trained())
        .forEach(each -> tensor(each).requires_grad_(fineTuning.moves(each.name(), alone)));
  }

  /** A factor of the rate for each trained number; null where it is 1 for all. */
  @Nullable Tensor rates() {
    return alone ? fresh : rates;
  }

  /** 1 where weight decay applies, 0 elsewhere (biases, normalisation). */
  Tensor decays() {
    return decays;
  }

  /** Numbers without a gradient: running means and variances, fixed scaling. */
  Tensor kept() {
    return kept;
  }

  /** Copies the numbers out as they lie. */
  Snapshot snapshot() {
    return new Snapshot(values(trained), values(kept));
  }

  /** Puts the numbers of a snapshot back. */
  void restore(Snapshot snapshot) {
    fill(trained, snapshot.trained());
    fill(kept, snapshot.kept());
  }

  /** Copies the numbers out by name. */
  Weights weights() {
    Map<String, Weight> weights = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      weights.put(parameter.name(), new Weight(values(tensor(parameter)), parameter.shape()));
    }
    return new Weights(weights);
  }

  /** Replaces all numbers. */
  void load(Weights weights) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      for (Parameter parameter : network.parameters()) {
        float[] values = weights.get(parameter.name()).values();
        tensor(parameter).copy_(Tensor.create(values, parameter.shape().longs()));
      }
    }
  }

  private Tensor tensor(Parameter parameter) {
    Tensor tensor = tensors.get(parameter.name());
    if (tensor == null) {
      throw new IllegalStateException("no tensor " + parameter.name());
    }
    return tensor;
  }

  /** Overwrites a tensor that lies in row-major order. */
  static void fill(Tensor tensor, float[] values) {
    if (values.length != tensor.numel()) {
      throw new IllegalArgumentException(values.length + " values for " + tensor.numel());
    }
    if (values.length > 0) {
      try (PointerScope scope = new PointerScope()) {
        if (tensor.is_cuda()) {
          tensor.copy_(Tensor.create(values, tensor.numel()));
        } else {
          new FloatPointer(tensor.data_ptr_float()).put(values);
        }
      }
    }
  }

  /** Copies a tensor's numbers out, in row-major order. */
  static float[] values(Tensor tensor) {
    float[] values = new float[(int) tensor.numel()];
    if (values.length > 0) {
      try (PointerScope scope = new PointerScope()) {
        new FloatPointer(tensor.detach().cpu().contiguous().data_ptr_float()).get(values);
      }
    }
    return values;
  }
}
